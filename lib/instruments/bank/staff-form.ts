import { type BankItem, bankItem } from "@/lib/instruments/bank/bank-item";

/*
 * Adults' belonging in the same school. The constructs are those of students; "teacher-care" is the care of those who
 * lead the school.
 */
export const STAFF_ITEMS: readonly BankItem[] = [
  bankItem(
    "acceptance-staff-1",
    "acceptance",
    {
      en: "At this school, I can say what I think.",
      es: "En esta escuela puedo decir lo que pienso.",
    },
    "To colleagues, without having to fear for it.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-staff-1",
    "teacher-care",
    {
      en: "Those who lead this school take time for me when I need it.",
      es: "Quienes dirigen esta escuela se toman tiempo para mí cuando lo necesito.",
    },
    "Principal and assistants.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-staff-2",
    "acceptance",
    {
      en: "Colleagues here value what I bring.",
      es: "Mis colegas aquí valoran lo que aporto.",
    },
    "Skills, background, views.",
  ),
  bankItem(
    "peer-contact-staff-1",
    "peer-contact",
    {
      en: "I have a good talk with a colleague during the day.",
      es: "Durante el día tengo una buena conversación con algún colega.",
    },
    "Work or not.",
  ),
  bankItem(
    "peer-contact-staff-2",
    "peer-contact",
    {
      en: "Somebody here asks me to join in, for lunch or for a plan.",
      es: "Alguien aquí me invita a participar, a comer o en un plan.",
    },
    "Being asked, not attending.",
  ),
  bankItem(
    "stability-care-staff-1",
    "stability-care",
    {
      en: "On a hard day, somebody here notices.",
      es: "En un día difícil, alguien aquí se da cuenta.",
    },
    "Any adult of the school.",
  ),
  bankItem(
    "stability-care-staff-2",
    "stability-care",
    {
      en: "I work with the same people long enough to trust them.",
      es: "Trabajo con las mismas personas el tiempo suficiente para confiar en ellas.",
    },
    "That teams last.",
  ),
  bankItem(
    "teacher-care-staff-2",
    "teacher-care",
    {
      en: "Those who lead this school keep their word.",
      es: "Quienes dirigen esta escuela cumplen su palabra.",
    },
    "Principal and assistants.",
  ),
  bankItem(
    "inclusion-fairness-staff-1",
    "inclusion-fairness",
    {
      en: "Duties are shared out fairly here.",
      es: "Aquí las tareas se reparten de forma justa.",
    },
    "Supervision, committees, substitutions.",
  ),
  bankItem(
    "inclusion-fairness-staff-2",
    "inclusion-fairness",
    {
      en: "At this school, I am left out of what concerns me.",
      es: "En esta escuela me dejan fuera de lo que me concierne.",
    },
    "Reversed: “almost always” is bad. Decisions and news.",
    { reverse: true },
  ),
  bankItem(
    "voice-tasks-staff-1",
    "voice-tasks",
    {
      en: "I have a say in decisions about my work.",
      es: "Puedo opinar en las decisiones sobre mi trabajo.",
    },
    "Some say, not the last word.",
  ),
  bankItem(
    "repair-staff-1",
    "repair",
    {
      en: "When colleagues fall out here, it gets put right.",
      es: "Cuando hay un conflicto entre colegas aquí, se arregla.",
    },
    "Among adults.",
  ),
];
