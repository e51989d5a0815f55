import type { Construct } from "@/lib/instruments/instrument";

/** What a question is about, short enough for a chart. */
export const CONSTRUCT_WORDS: Readonly<Record<Construct, string>> = {
  acceptance: "Being oneself",
  "peer-contact": "Friendly contact",
  "stability-care": "Looking after each other",
  "teacher-care": "Teacher's care",
  "inclusion-fairness": "Being included",
  "voice-tasks": "Having a voice",
  repair: "Making up again",
  barriers: "Barriers",
  engagement: "Engagement",
  "need-to-belong": "Need to belong",
  network: "People to turn to",
};
