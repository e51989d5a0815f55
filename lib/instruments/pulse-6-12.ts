import { itemsOf } from "@/lib/instruments/bank/bank-item";
import { CORE_ITEMS } from "@/lib/instruments/bank/core-items";
import type { Instrument } from "@/lib/instruments/instrument";
import { FIVE_POINT_FREQUENCY } from "@/lib/instruments/scales";
import { leadText, titleText } from "@/lib/instruments/texts/translated";

const IDS = [
  "acceptance-1",
  "teacher-care-1",
  "peer-contact-1",
  "stability-care-1",
  "inclusion-fairness-1",
  "voice-tasks-1",
];

/** The built-in pulse for grades 6 to 12: six questions, the two anchors first, about a minute. */
export const PULSE_6_12: Instrument = {
  id: "hearth-pulse-6-12",
  version: 2,
  title: titleText("hearth-pulse-6-12", "Class pulse, grades 6 to 12"),
  grades: { from: 6, to: 12 },
  lead: leadText(
    "class-6-12",
    "Think of the last two weeks in this class. How often is this true for you?",
  ),
  scale: FIVE_POINT_FREQUENCY,
  items: IDS.flatMap((id) => itemsOf(CORE_ITEMS).filter((item) => item.id === id)),
};

/** Rotating items, two a pair, of two constructs each; no construct stands twice on a pair. */
const PAIRS = [
  ["acceptance-2", "peer-contact-1"],
  ["acceptance-3", "stability-care-1"],
  ["acceptance-4", "inclusion-fairness-1"],
  ["teacher-care-2", "peer-contact-2"],
  ["teacher-care-3", "stability-care-2"],
  ["teacher-care-4", "inclusion-fairness-2"],
  ["peer-contact-3", "stability-care-3"],
  ["peer-contact-4", "inclusion-fairness-3"],
  ["stability-care-4", "inclusion-fairness-4"],
] as const;

const coreItem = (id: string) => itemsOf(CORE_ITEMS).filter((item) => item.id === id);

/**
 * The rotating pulse (reference/statistics.md, "Pulse"): each student is asked the two anchors and two of nine pairs;
 * over a class all 20 items of the index.
 */
export const ROTATING_6_12: Instrument = {
  ...PULSE_6_12,
  id: "hearth-rotating-6-12",
  title: titleText("hearth-rotating-6-12", "Rotating pulse, grades 6 to 12"),
  items: [
    ...["acceptance-1", "teacher-care-1"].flatMap(coreItem),
    ...PAIRS.flatMap((pair, at) =>
      pair.flatMap(coreItem).map((item) => ({ ...item, pair: at + 1 })),
    ),
  ],
};
