import { type BankItem, bankItem } from "@/lib/instruments/bank/bank-item";

/*
 * Grades 3 to 5: shorter sentences, four answers, nothing reversed (a child who reads slowly answers the word it knows,
 * not the sentence). Kindergarten to grade 2: four items, three faces, read aloud. Own ids throughout: other words and
 * another scale are never compared with those of grades 6 and up.
 */

export const ITEMS_3_5: readonly BankItem[] = [
  bankItem(
    "acceptance-3-5-1",
    "acceptance",
    { en: "I can be me in this class.", es: "En esta clase puedo ser como soy." },
    "Not having to act like somebody else.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-3-5-1",
    "teacher-care",
    {
      en: "My teacher helps me when I need it.",
      es: "Mi docente me ayuda cuando lo necesito.",
    },
    "Help of any kind.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-3-5-2",
    "acceptance",
    {
      en: "The kids in this class like me.",
      es: "A mis compañeras y compañeros les caigo bien.",
    },
    "Most of them; leave it open.",
  ),
  bankItem(
    "peer-contact-3-5-1",
    "peer-contact",
    {
      en: "Kids in this class are nice to me.",
      es: "Mis compañeras y compañeros me tratan bien.",
    },
    "What they do, not what they are like.",
  ),
  bankItem(
    "peer-contact-3-5-2",
    "peer-contact",
    {
      en: "I have somebody to play with at recess.",
      es: "Tengo con quién jugar en el recreo.",
    },
    "“Play”: spend the break with.",
  ),
  bankItem(
    "stability-care-3-5-1",
    "stability-care",
    { en: "We help each other in this class.", es: "En esta clase nos ayudamos." },
    "Both ways.",
  ),
  bankItem(
    "stability-care-3-5-2",
    "stability-care",
    {
      en: "When I am sad, somebody in this class comforts me.",
      es: "Cuando estoy triste, alguien de esta clase me consuela.",
    },
    "A classmate. For “sad” a word that does not change with gender.",
  ),
  bankItem(
    "teacher-care-3-5-2",
    "teacher-care",
    { en: "My teacher listens to me.", es: "Mi docente me escucha." },
    "Listening, not agreeing.",
  ),
  bankItem(
    "inclusion-fairness-3-5-1",
    "inclusion-fairness",
    {
      en: "I get picked when we make groups.",
      es: "Me eligen cuando hacemos grupos.",
    },
    "Not: picked first.",
  ),
  bankItem(
    "inclusion-fairness-3-5-2",
    "inclusion-fairness",
    { en: "The rules are fair for all of us.", es: "Las reglas son justas para todo el mundo." },
    "The rules of the class.",
  ),
  bankItem(
    "voice-tasks-3-5-1",
    "voice-tasks",
    {
      en: "My ideas count when we work together.",
      es: "Mis ideas cuentan cuando hacemos algo en grupo.",
    },
    "“Count”: others make use of them.",
  ),
  bankItem(
    "repair-3-5-1",
    "repair",
    { en: "After a fight, we make up.", es: "Después de una pelea, hacemos las paces." },
    "With words mostly.",
  ),
];

export const ITEMS_K_2: readonly BankItem[] = [
  bankItem(
    "acceptance-k-2-1",
    "acceptance",
    { en: "I like being in my class.", es: "Me gusta estar en mi clase." },
    "Read aloud: pause before the faces.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-k-2-1",
    "teacher-care",
    { en: "My teacher is nice to me.", es: "Mi maestra o maestro es amable conmigo." },
    "Read aloud. Use the word that children use for their teacher.",
    { anchor: true },
  ),
  bankItem(
    "peer-contact-k-2-1",
    "peer-contact",
    {
      en: "I have somebody to play with in my class.",
      es: "En mi clase tengo con quién jugar.",
    },
    "Read aloud. One is enough.",
  ),
  bankItem(
    "inclusion-fairness-k-2-1",
    "inclusion-fairness",
    { en: "The others let me play with them.", es: "En el grupo me dejan jugar." },
    "Read aloud.",
  ),
];
