import { type BankItem, bankItem } from "@/lib/instruments/bank/bank-item";

/*
 * Grades 6 to 12, seven constructs (reference/statistics.md). The wording is our own; no sentence is taken from a
 * published scale. Every item names this class, asks for one thing only, and can be answered with how often. At most
 * one item a construct is reversed: two would measure the wording. Nothing is asked that some students cannot have met
 * (having been away, having been treated badly): a skipped question counts as not favourable, and a class in which
 * nothing happened would look bad.
 */

/** For all languages: what the notes of single items do not repeat. */
export const NOTE_FOR_ALL =
  "Keep it as short and as plain as the English: something a ten-year-old says. “This class” is the group of students, not the room. It must make sense with “never” and with “almost always”. Where the language has genders, find a wording that fits everybody.";

export const ACCEPTANCE: readonly BankItem[] = [
  bankItem(
    "acceptance-1",
    "acceptance",
    "In this class, I can show what I like without hiding it.",
    "“What I like”: music, clothes, hobbies, people. Not: what I am good at.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-2",
    "acceptance",
    "In this class, people like me the way I am.",
    "Being liked without changing. Not: being popular.",
  ),
  bankItem(
    "acceptance-3",
    "acceptance",
    "When I say something in this class, people take it kindly.",
    "About how others react, not about being right.",
  ),
  bankItem(
    "acceptance-4",
    "acceptance",
    "In this class, I keep quiet so that nobody laughs at me.",
    "Reversed: “almost always” is bad. Keep the reason (“so that …”).",
    { reverse: true },
  ),
];

export const PEER_CONTACT: readonly BankItem[] = [
  bankItem(
    "peer-contact-1",
    "peer-contact",
    "Classmates talk with me in a friendly way.",
    "Talking with, not talking to.",
  ),
  bankItem(
    "peer-contact-2",
    "peer-contact",
    "Somebody in this class is glad to see me.",
    "One person is enough.",
  ),
  bankItem(
    "peer-contact-3",
    "peer-contact",
    "Somebody from this class asks me to join in at break.",
    "“Break”: any time without lessons. Join in whatever they do: play, sit, talk.",
  ),
  bankItem(
    "peer-contact-4",
    "peer-contact",
    "I laugh together with others in this class.",
    "With them, never at somebody.",
  ),
];

export const STABILITY_CARE: readonly BankItem[] = [
  bankItem(
    "stability-care-1",
    "stability-care",
    "In this class, we look after each other, even on bad days.",
    "Both ways: each for the other.",
  ),
  bankItem(
    "stability-care-2",
    "stability-care",
    "In this class, friends stay friends.",
    "That friendships last, in the class as a whole. Not: how many there are.",
  ),
  bankItem(
    "stability-care-3",
    "stability-care",
    "In this class, we notice when one of us is away.",
    "“Away” for any reason, not only sick.",
    { version: 2 },
  ),
  bankItem(
    "stability-care-4",
    "stability-care",
    "In this class, people just look out for themselves.",
    "Reversed: “almost always” is bad. No negation in the sentence: “never” must not make two.",
    { reverse: true, version: 2 },
  ),
];

export const TEACHER_CARE: readonly BankItem[] = [
  bankItem(
    "teacher-care-1",
    "teacher-care",
    "When something is hard for me, the teacher of this class takes time for me.",
    "“The teacher” is the one of this class; where there are several, the one who teaches it most.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-2",
    "teacher-care",
    "The teacher of this class is glad that I am here.",
    "Me, not the class as a whole.",
  ),
  bankItem(
    "teacher-care-3",
    "teacher-care",
    "The teacher of this class lets me finish what I say.",
    "Listening, not agreeing.",
  ),
  bankItem(
    "teacher-care-4",
    "teacher-care",
    "For the teacher of this class, it is as if I were not there.",
    "Reversed: “almost always” is bad. Being overlooked, not being absent.",
    { reverse: true },
  ),
];

export const INCLUSION_FAIRNESS: readonly BankItem[] = [
  bankItem(
    "inclusion-fairness-1",
    "inclusion-fairness",
    "When we make groups in this class, there is a place for me.",
    "A place that one is offered, not one that the teacher assigns.",
  ),
  bankItem(
    "inclusion-fairness-2",
    "inclusion-fairness",
    "In this class, the rules are the same for me as for the others.",
    "Fair treatment, not strictness.",
  ),
  bankItem(
    "inclusion-fairness-3",
    "inclusion-fairness",
    "In this class, we all get a turn.",
    "Turns to speak, to play, to do something; leave it open.",
    { version: 2 },
  ),
  bankItem(
    "inclusion-fairness-4",
    "inclusion-fairness",
    "In this class, I am left out.",
    "Reversed: “almost always” is bad. By others; it does not happen by itself.",
    { reverse: true },
  ),
];

export const VOICE_TASKS: readonly BankItem[] = [
  bankItem(
    "voice-tasks-1",
    "voice-tasks",
    "When we work together in this class, my ideas count.",
    "“Count”: others make use of them.",
    { version: 2 },
  ),
  bankItem(
    "voice-tasks-2",
    "voice-tasks",
    "In this class, we have a say in what we do.",
    "Some say, not the last word.",
  ),
  bankItem(
    "voice-tasks-3",
    "voice-tasks",
    "In this class, we do things that only work if all help.",
    "Tasks that need each other, not working side by side.",
  ),
];

export const REPAIR: readonly BankItem[] = [
  bankItem(
    "repair-1",
    "repair",
    "In this class, people make up after a fight.",
    "“Fight”: with words mostly. What one sees in the class, not only one’s own.",
  ),
  bankItem(
    "repair-2",
    "repair",
    "In this class, it gets put right when somebody is mean.",
    "By whoever: the other, classmates, the teacher.",
  ),
  bankItem(
    "repair-3",
    "repair",
    "In this class, people get a new chance.",
    "After having done something wrong to others; not a second try at a task.",
  ),
];

/** The 26 core items by construct. */
export const CORE_ITEMS: readonly BankItem[] = [
  ...ACCEPTANCE,
  ...PEER_CONTACT,
  ...STABILITY_CARE,
  ...TEACHER_CARE,
  ...INCLUSION_FAIRNESS,
  ...VOICE_TASKS,
  ...REPAIR,
];
