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
    "I worry that people in this class do not want me there.",
    "A worry, whether or not it is so.",
    { reverse: true },
  ),
  bankItem(
    "barriers-2",
    "barriers",
    "In this class, I am treated worse than others.",
    "By anybody: classmates, the teacher.",
    { reverse: true },
  ),
  bankItem(
    "barriers-3",
    "barriers",
    "Some things keep me from joining in. It may be money, time, language, or the way to school.",
    "Practical things. The examples may be others where those do not fit.",
    { reverse: true, version: 2 },
  ),
  bankItem(
    "barriers-4",
    "barriers",
    "I would rather stay home because of what happens in this class.",
    "Because of people, not because of work that is hard.",
    { reverse: true },
  ),
];

const ENGAGEMENT: readonly BankItem[] = [
  bankItem(
    "engagement-1",
    "engagement",
    "In this class, I want to know more.",
    "Wanting to learn.",
  ),
  bankItem(
    "engagement-2",
    "engagement",
    "In this class, I keep trying when it gets hard.",
    "Effort, not success.",
  ),
];

const NEED_TO_BELONG: readonly BankItem[] = [
  bankItem(
    "need-to-belong-1",
    "need-to-belong",
    "I want people in this class to like having me there.",
    "How much it matters, not whether it is so. It is a motive, not an outcome.",
    { version: 2 },
  ),
  bankItem(
    "need-to-belong-2",
    "need-to-belong",
    "I want to be part of what we do in this class.",
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
    "How many people in this class could you ask for help?",
    "Classmates. Help of any kind. Nobody is named.",
  ),
  bankItem(
    "network-2",
    "network",
    "How many adults at this school could you talk to when things go wrong?",
    "Any adult who works there, not only teachers.",
    { version: 2 },
  ),
];
