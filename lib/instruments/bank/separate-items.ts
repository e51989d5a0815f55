import { type BankItem, bankItem } from "@/lib/instruments/bank/bank-item";

/*
 * Beside belonging, never inside its index (reference/statistics.md): what stands in the way, what comes of it, how much
 * it matters, and whom one could turn to.
 */

/** A high answer is more of a barrier: all four are reversed, which is their direction and no check on answering. */
const BARRIERS: readonly BankItem[] = [
  bankItem(
    "barriers-1",
    "barriers",
    {
      en: "I worry that people in this class do not want me there.",
      es: "Me preocupa que en esta clase no quieran que yo esté.",
    },
    "A worry, whether or not it is so.",
    { reverse: true },
  ),
  bankItem(
    "barriers-2",
    "barriers",
    {
      en: "In this class, I am treated worse than others.",
      es: "En esta clase me tratan peor que al resto.",
    },
    "By anybody: classmates, the teacher.",
    { reverse: true },
  ),
  bankItem(
    "barriers-3",
    "barriers",
    {
      en: "Something keeps me from joining in, like money, time, language, or the way to school.",
      es: "Algo me impide participar, como el dinero, el tiempo, el idioma o el camino a la escuela.",
    },
    "Practical things. The examples may be others where those do not fit.",
    { reverse: true },
  ),
  bankItem(
    "barriers-4",
    "barriers",
    {
      en: "I would rather stay home because of what happens in this class.",
      es: "Preferiría quedarme en casa por lo que pasa en esta clase.",
    },
    "Because of people, not because of work that is hard.",
    { reverse: true },
  ),
];

const ENGAGEMENT: readonly BankItem[] = [
  bankItem(
    "engagement-1",
    "engagement",
    {
      en: "In this class, I want to know more.",
      es: "En esta clase quiero saber más.",
    },
    "Wanting to learn.",
  ),
  bankItem(
    "engagement-2",
    "engagement",
    {
      en: "In this class, I keep trying when it gets hard.",
      es: "En esta clase sigo intentándolo cuando algo se pone difícil.",
    },
    "Effort, not success.",
  ),
];

const NEED_TO_BELONG: readonly BankItem[] = [
  bankItem(
    "need-to-belong-1",
    "need-to-belong",
    {
      en: "It matters to me that people in this class like having me there.",
      es: "Me importa que en esta clase les guste que yo esté.",
    },
    "How much it matters, not whether it is so. It is a motive, not an outcome.",
  ),
  bankItem(
    "need-to-belong-2",
    "need-to-belong",
    {
      en: "I want to be part of what we do in this class.",
      es: "Quiero formar parte de lo que hacemos en esta clase.",
    },
    "A wish.",
  ),
];

/** Eight of the ten, answered with how often. */
export const SEPARATE_ITEMS: readonly BankItem[] = [...BARRIERS, ...ENGAGEMENT, ...NEED_TO_BELONG];

/** The other two are answered with a number of people, on a scale of their own. */
export const NETWORK_ITEMS: readonly BankItem[] = [
  bankItem(
    "network-1",
    "network",
    {
      en: "How many people in this class could you ask for help?",
      es: "¿A cuántas personas de esta clase podrías pedirles ayuda?",
    },
    "Classmates. Help of any kind. Nobody is named.",
  ),
  bankItem(
    "network-2",
    "network",
    {
      en: "How many adults at this school could you talk to when something is wrong?",
      es: "¿Con cuántas personas adultas de esta escuela podrías hablar cuando algo va mal?",
    },
    "Any adult who works there, not only teachers.",
  ),
];
