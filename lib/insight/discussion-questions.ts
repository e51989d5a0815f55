import type { Construct } from "@/lib/instruments/instrument";

/** What a class talks about: what the topic is called in front of students, and three questions to begin with. */
export interface Discussion {
  readonly topic: string;
  readonly questions: readonly [string, string, string];
}

/** Constructs that a class can talk about as a class. */
export type DiscussedConstruct = Exclude<
  Construct,
  "barriers" | "engagement" | "need-to-belong" | "network"
>;

/*
 * Our own wording, at grade 4 or below by Flesch–Kincaid (lib/instruments/reading-level.test.ts, as the questions of
 * the pulse). Each asks what the class could do. None asks who: no answer needs a name, and nobody has to tell what
 * they have been through.
 */
export const DISCUSSIONS: Readonly<Record<DiscussedConstruct, Discussion>> = {
  acceptance: {
    topic: "Being who we are",
    questions: [
      "What makes it easy to show what you like in a class?",
      "What could we say when someone shares a new idea?",
      "What is one thing we could stop doing, so that all of us can be ourselves?",
    ],
  },
  "peer-contact": {
    topic: "A friendly class",
    questions: [
      "What small thing makes you feel glad to walk into a room?",
      "How could we mix more, so that we talk with people we do not know well?",
      "What could we all do in the first five minutes of class?",
    ],
  },
  "stability-care": {
    topic: "We look out for each other",
    questions: [
      "When someone has a bad day, what helps and what does not?",
      "How could we greet someone who has been away?",
      "What would a class look like where we all look out for each other?",
    ],
  },
  "teacher-care": {
    topic: "Getting help from the teacher",
    questions: [
      "What can a teacher do so that you feel seen?",
      "When work is hard, what is a good way to ask for help here?",
      "What is one thing I should do more often as your teacher?",
    ],
  },
  "inclusion-fairness": {
    topic: "A place for all of us",
    questions: [
      "What is a fair way to make groups?",
      "How can we make sure that all of us get a turn?",
      "What could you do when you see that someone has no group?",
    ],
  },
  "voice-tasks": {
    topic: "Having a say",
    questions: [
      "What would you like to help choose in this class?",
      "When we work in a group, how can each idea be heard?",
      "What is a task that only works if all of us help?",
    ],
  },
  repair: {
    topic: "How we make up again",
    questions: [
      "What helps two people to make up after a fight?",
      "What makes a good way to say sorry?",
      "How can we give each other a new start?",
    ],
  },
};

/** Where no topic stands out. */
export const GENERAL_DISCUSSION: Discussion = {
  topic: "Our class",
  questions: [
    "What is good in our class and should stay as it is?",
    "What is one small thing that would make our class better for all?",
    "What could we try for the next two weeks, and how will we know if it helps?",
  ],
};

/** What to talk about: the questions of a construct, or the general ones where there is none. */
export function discussionFor(construct: Construct | null): Discussion {
  return construct !== null && isDiscussed(construct) ? DISCUSSIONS[construct] : GENERAL_DISCUSSION;
}

export function isDiscussed(construct: Construct): construct is DiscussedConstruct {
  return construct in DISCUSSIONS;
}
