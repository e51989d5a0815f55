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
    "I can be me in this class.",
    "Not having to act like somebody else.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-3-5-1",
    "teacher-care",
    "My teacher helps me when I need it.",
    "Help of any kind.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-3-5-2",
    "acceptance",
    "The kids in this class like me.",
    "Most of them; leave it open.",
  ),
  bankItem(
    "peer-contact-3-5-1",
    "peer-contact",
    "Kids in this class are nice to me.",
    "What they do, not what they are like.",
  ),
  bankItem(
    "peer-contact-3-5-2",
    "peer-contact",
    "I have somebody to play with at recess.",
    "“Play”: spend the break with.",
  ),
  bankItem(
    "stability-care-3-5-1",
    "stability-care",
    "We help each other in this class.",
    "Both ways.",
  ),
  bankItem(
    "stability-care-3-5-2",
    "stability-care",
    "When I am sad, somebody in this class comforts me.",
    "A classmate. For “sad” a word that does not change with gender.",
  ),
  bankItem(
    "teacher-care-3-5-2",
    "teacher-care",
    "My teacher listens to me.",
    "Listening, not agreeing.",
  ),
  bankItem(
    "inclusion-fairness-3-5-1",
    "inclusion-fairness",
    "I get picked when we make groups.",
    "Not: picked first.",
  ),
  bankItem(
    "inclusion-fairness-3-5-2",
    "inclusion-fairness",
    "The rules are fair for all of us.",
    "The rules of the class.",
  ),
  bankItem(
    "voice-tasks-3-5-1",
    "voice-tasks",
    "My ideas count when we work together.",
    "“Count”: others make use of them.",
  ),
  bankItem("repair-3-5-1", "repair", "After a fight, we make up.", "With words mostly."),
];

export const ITEMS_K_2: readonly BankItem[] = [
  bankItem(
    "acceptance-k-2-1",
    "acceptance",
    "I like being in my class.",
    "Read aloud: pause before the faces.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-k-2-1",
    "teacher-care",
    "My teacher is nice to me.",
    "Read aloud. Use the word that children use for their teacher.",
    { anchor: true },
  ),
  bankItem(
    "peer-contact-k-2-1",
    "peer-contact",
    "I have somebody to play with in my class.",
    "Read aloud. One is enough.",
  ),
  bankItem(
    "inclusion-fairness-k-2-1",
    "inclusion-fairness",
    "The others let me play with them.",
    "Read aloud.",
  ),
];
