import { type BankItem, bankItem } from "@/lib/instruments/bank/bank-item";

/*
 * Adults' belonging in the same school. The constructs are those of students; "teacher-care" is the care of those who
 * lead the school.
 */
export const STAFF_ITEMS: readonly BankItem[] = [
  bankItem(
    "acceptance-staff-1",
    "acceptance",
    "At this school, I can say what I think.",
    "To colleagues, without having to fear for it.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-staff-1",
    "teacher-care",
    "Those who lead this school take time for me when I need it.",
    "Principal and assistants.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-staff-2",
    "acceptance",
    "Colleagues here value what I bring.",
    "Skills, background, views.",
  ),
  bankItem(
    "peer-contact-staff-1",
    "peer-contact",
    "I have a good talk with a colleague during the day.",
    "Work or not.",
  ),
  bankItem(
    "peer-contact-staff-2",
    "peer-contact",
    "Somebody here asks me to join in, for lunch or for a plan.",
    "Being asked, not attending.",
  ),
  bankItem(
    "stability-care-staff-1",
    "stability-care",
    "On a hard day, somebody here notices.",
    "Any adult of the school.",
  ),
  bankItem(
    "stability-care-staff-2",
    "stability-care",
    "I work with the same people long enough to trust them.",
    "That teams last.",
  ),
  bankItem(
    "teacher-care-staff-2",
    "teacher-care",
    "Those who lead this school keep their word.",
    "Principal and assistants.",
  ),
  bankItem(
    "inclusion-fairness-staff-1",
    "inclusion-fairness",
    "Duties are shared out fairly here.",
    "Supervision, committees, substitutions.",
  ),
  bankItem(
    "inclusion-fairness-staff-2",
    "inclusion-fairness",
    "At this school, I am left out of what concerns me.",
    "Reversed: “almost always” is bad. Decisions and news.",
    { reverse: true },
  ),
  bankItem(
    "voice-tasks-staff-1",
    "voice-tasks",
    "I have a say in decisions about my work.",
    "Some say, not the last word.",
  ),
  bankItem(
    "repair-staff-1",
    "repair",
    "When colleagues fall out here, it gets put right.",
    "Among adults.",
  ),
];
