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
    {
      en: "In this class, I can show what I like without hiding it.",
      es: "En esta clase puedo mostrar lo que me gusta sin esconderlo.",
    },
    "“What I like”: music, clothes, hobbies, people. Not: what I am good at.",
    { anchor: true },
  ),
  bankItem(
    "acceptance-2",
    "acceptance",
    {
      en: "In this class, people like me the way I am.",
      es: "En esta clase les caigo bien tal como soy.",
    },
    "Being liked without changing. Not: being popular.",
  ),
  bankItem(
    "acceptance-3",
    "acceptance",
    {
      en: "When I say something in this class, people take it kindly.",
      es: "Cuando digo algo en esta clase, el grupo lo toma bien.",
    },
    "About how others react, not about being right.",
  ),
  bankItem(
    "acceptance-4",
    "acceptance",
    {
      en: "In this class, I keep quiet so that nobody laughs at me.",
      es: "En esta clase me callo para que nadie se ría de mí.",
    },
    "Reversed: “almost always” is bad. Keep the reason (“so that …”).",
    { reverse: true },
  ),
];

export const PEER_CONTACT: readonly BankItem[] = [
  bankItem(
    "peer-contact-1",
    "peer-contact",
    {
      en: "Classmates talk with me in a friendly way.",
      es: "En esta clase me hablan de forma amable.",
    },
    "Talking with, not talking to.",
  ),
  bankItem(
    "peer-contact-2",
    "peer-contact",
    {
      en: "Somebody in this class is glad to see me.",
      es: "Alguien de esta clase se alegra de verme.",
    },
    "One person is enough.",
  ),
  bankItem(
    "peer-contact-3",
    "peer-contact",
    {
      en: "Somebody from this class asks me to join in at break.",
      es: "En el recreo, alguien de esta clase me invita a participar.",
    },
    "“Break”: any time without lessons. Join in whatever they do: play, sit, talk.",
  ),
  bankItem(
    "peer-contact-4",
    "peer-contact",
    {
      en: "I laugh together with others in this class.",
      es: "En esta clase me río junto con otras personas.",
    },
    "With them, never at somebody.",
  ),
];

export const STABILITY_CARE: readonly BankItem[] = [
  bankItem(
    "stability-care-1",
    "stability-care",
    {
      en: "In this class, we look after each other, even on bad days.",
      es: "En esta clase nos cuidamos entre todos, incluso en los días malos.",
    },
    "Both ways: each for the other.",
  ),
  bankItem(
    "stability-care-2",
    "stability-care",
    {
      en: "In this class, friends stay friends.",
      es: "En esta clase las amistades duran.",
    },
    "That friendships last, in the class as a whole. Not: how many there are.",
  ),
  bankItem(
    "stability-care-3",
    "stability-care",
    {
      en: "In this class, people ask about somebody who was away.",
      es: "En esta clase preguntan por quien faltó.",
    },
    "“Away” for any reason, not only sick.",
  ),
  bankItem(
    "stability-care-4",
    "stability-care",
    {
      en: "In this class, people only care about themselves.",
      es: "En esta clase cada quien se preocupa solo por sí.",
    },
    "Reversed: “almost always” is bad. No negation in the sentence: “never” must not make two.",
    { reverse: true },
  ),
];

export const TEACHER_CARE: readonly BankItem[] = [
  bankItem(
    "teacher-care-1",
    "teacher-care",
    {
      en: "When something is hard for me, the teacher of this class takes time for me.",
      es: "Cuando algo me cuesta, mi docente de esta clase se toma tiempo para mí.",
    },
    "“The teacher” is the one of this class; where there are several, the one who teaches it most.",
    { anchor: true },
  ),
  bankItem(
    "teacher-care-2",
    "teacher-care",
    {
      en: "The teacher of this class is glad that I am here.",
      es: "Mi docente de esta clase se alegra de que yo esté.",
    },
    "Me, not the class as a whole.",
  ),
  bankItem(
    "teacher-care-3",
    "teacher-care",
    {
      en: "The teacher of this class lets me finish what I say.",
      es: "Mi docente de esta clase me deja terminar lo que digo.",
    },
    "Listening, not agreeing.",
  ),
  bankItem(
    "teacher-care-4",
    "teacher-care",
    {
      en: "For the teacher of this class, it is as if I were not there.",
      es: "Para mi docente de esta clase es como si yo no estuviera.",
    },
    "Reversed: “almost always” is bad. Being overlooked, not being absent.",
    { reverse: true },
  ),
];

export const INCLUSION_FAIRNESS: readonly BankItem[] = [
  bankItem(
    "inclusion-fairness-1",
    "inclusion-fairness",
    {
      en: "When we make groups in this class, there is a place for me.",
      es: "Cuando hacemos grupos en esta clase, hay un lugar para mí.",
    },
    "A place that one is offered, not one that the teacher assigns.",
  ),
  bankItem(
    "inclusion-fairness-2",
    "inclusion-fairness",
    {
      en: "In this class, the rules are the same for me as for the others.",
      es: "En esta clase las reglas son las mismas para mí que para el resto.",
    },
    "Fair treatment, not strictness.",
  ),
  bankItem(
    "inclusion-fairness-3",
    "inclusion-fairness",
    {
      en: "In this class, everybody gets a turn.",
      es: "En esta clase a todo el mundo le llega el turno.",
    },
    "Turns to speak, to play, to do something; leave it open.",
  ),
  bankItem(
    "inclusion-fairness-4",
    "inclusion-fairness",
    {
      en: "In this class, I am left out.",
      es: "En esta clase me dejan fuera.",
    },
    "Reversed: “almost always” is bad. By others; it does not happen by itself.",
    { reverse: true },
  ),
];

export const VOICE_TASKS: readonly BankItem[] = [
  bankItem(
    "voice-tasks-1",
    "voice-tasks",
    {
      en: "When we work on something together, my ideas count.",
      es: "Cuando trabajamos juntos en algo, mis ideas cuentan.",
    },
    "“Count”: others make use of them.",
  ),
  bankItem(
    "voice-tasks-2",
    "voice-tasks",
    {
      en: "In this class, we have a say in what we do.",
      es: "En esta clase podemos opinar sobre lo que hacemos.",
    },
    "Some say, not the last word.",
  ),
  bankItem(
    "voice-tasks-3",
    "voice-tasks",
    {
      en: "In this class, we do things that only work if all help.",
      es: "En esta clase hacemos cosas que solo salen si todo el mundo ayuda.",
    },
    "Tasks that need each other, not working side by side.",
  ),
];

export const REPAIR: readonly BankItem[] = [
  bankItem(
    "repair-1",
    "repair",
    {
      en: "In this class, people make up after a fight.",
      es: "En esta clase se hacen las paces después de una pelea.",
    },
    "“Fight”: with words mostly. What one sees in the class, not only one’s own.",
  ),
  bankItem(
    "repair-2",
    "repair",
    {
      en: "In this class, it gets put right when somebody is mean.",
      es: "En esta clase se arregla cuando alguien trata mal a otra persona.",
    },
    "By whoever: the other, classmates, the teacher.",
  ),
  bankItem(
    "repair-3",
    "repair",
    {
      en: "In this class, people get a new chance.",
      es: "En esta clase se da otra oportunidad.",
    },
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
