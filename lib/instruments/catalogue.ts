import { type BankItem, itemsOf } from "@/lib/instruments/bank/bank-item";
import { CORE_ITEMS, NOTE_FOR_ALL } from "@/lib/instruments/bank/core-items";
import { NETWORK_ITEMS, SEPARATE_ITEMS } from "@/lib/instruments/bank/separate-items";
import { STAFF_ITEMS } from "@/lib/instruments/bank/staff-form";
import { ITEMS_3_5, ITEMS_K_2 } from "@/lib/instruments/bank/young-forms";
import { NETWORK_BESIDE } from "@/lib/instruments/compose";
import type { Instrument } from "@/lib/instruments/instrument";
import { PULSE_6_12, ROTATING_6_12 } from "@/lib/instruments/pulse-6-12";
import {
  FIVE_POINT_FREQUENCY,
  FOUR_POINT_FREQUENCY,
  HOW_MANY,
  THREE_FACES,
} from "@/lib/instruments/scales";
import { leadText, titleText } from "@/lib/instruments/texts/translated";

/** Whom an instrument asks. */
export type Asked = "students" | "staff";

/** A built-in instrument as the catalogue shows it. */
export interface CatalogueEntry {
  readonly instrument: Instrument;
  readonly asks: Asked;
  /** For administrators: what it is for, in a sentence. */
  readonly purpose: string;
  /** Whether a pulse can ask it today. */
  readonly inPulses: boolean;
}

const LEAD = PULSE_6_12.lead;

const FULL_6_12: Instrument = {
  id: "hearth-full-6-12",
  version: 2,
  title: titleText("hearth-full-6-12", "Full scale, grades 6 to 12"),
  grades: { from: 6, to: 12 },
  lead: LEAD,
  scale: FIVE_POINT_FREQUENCY,
  items: itemsOf(CORE_ITEMS),
};

const BESIDE_6_12: Instrument = {
  id: "hearth-beside-6-12",
  version: 2,
  title: titleText("hearth-beside-6-12", "Barriers, engagement and what matters, grades 6 to 12"),
  grades: { from: 6, to: 12 },
  lead: LEAD,
  scale: FIVE_POINT_FREQUENCY,
  items: itemsOf(SEPARATE_ITEMS),
};

const WIDE_6_12: Instrument = {
  id: "hearth-wide-6-12",
  version: 2,
  title: titleText("hearth-wide-6-12", "Wide pulse, grades 6 to 12"),
  grades: { from: 6, to: 12 },
  lead: LEAD,
  scale: FIVE_POINT_FREQUENCY,
  items: [...PULSE_6_12.items, ...itemsOf(SEPARATE_ITEMS), ...NETWORK_BESIDE],
};

const NETWORK_6_12: Instrument = {
  id: "hearth-network-6-12",
  version: 2,
  title: titleText("hearth-network-6-12", "People to turn to, grades 6 to 12"),
  grades: { from: 6, to: 12 },
  lead: leadText("network", "Think of this class and this school."),
  scale: HOW_MANY,
  items: itemsOf(NETWORK_ITEMS),
};

const PULSE_IDS_3_5 = [
  "acceptance-3-5-1",
  "teacher-care-3-5-1",
  "peer-contact-3-5-1",
  "stability-care-3-5-1",
  "inclusion-fairness-3-5-1",
];

const FORM_3_5: Instrument = {
  id: "hearth-class-3-5",
  version: 2,
  title: titleText("hearth-class-3-5", "Class questions, grades 3 to 5"),
  grades: { from: 3, to: 5 },
  lead: leadText("class-3-5", "Think of the last two weeks in this class."),
  scale: FOUR_POINT_FREQUENCY,
  items: itemsOf(ITEMS_3_5),
};

/** Five of the twelve, one for each part of the index: what a child of eight reads and answers in a minute. */
const PULSE_3_5: Instrument = {
  ...FORM_3_5,
  id: "hearth-pulse-3-5",
  version: 1,
  title: titleText("hearth-pulse-3-5", "Class pulse, grades 3 to 5"),
  items: PULSE_IDS_3_5.flatMap((id) => FORM_3_5.items.filter((item) => item.id === id)),
};

const FORM_K_2: Instrument = {
  id: "hearth-faces-k-2",
  version: 2,
  title: titleText("hearth-faces-k-2", "Faces, kindergarten to grade 2"),
  grades: { from: 0, to: 2 },
  lead: leadText("faces", "Choose the face that fits."),
  scale: THREE_FACES,
  items: itemsOf(ITEMS_K_2),
};

const STAFF: Instrument = {
  id: "hearth-staff",
  version: 2,
  title: titleText("hearth-staff", "Adults at this school"),
  grades: { from: 0, to: 12 },
  lead: leadText(
    "staff",
    "Think of the last four weeks at this school. How often is this true for you?",
  ),
  scale: FIVE_POINT_FREQUENCY,
  items: itemsOf(STAFF_ITEMS),
};

/** Every built-in instrument, as the catalogue lists them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    instrument: PULSE_6_12,
    asks: "students",
    purpose: "Six questions, about a minute: the regular pulse.",
    inPulses: true,
  },
  {
    instrument: ROTATING_6_12,
    asks: "students",
    purpose:
      "Six questions each, not the same for everybody: over a class all 20 of the belonging index. Shows the five sides of belonging, best over a term's pulses together.",
    inPulses: true,
  },
  {
    instrument: FULL_6_12,
    asks: "students",
    purpose:
      "All 26 questions on seven sides of belonging, about five minutes: once or twice a year.",
    inPulses: true,
  },
  {
    instrument: WIDE_6_12,
    asks: "students",
    purpose:
      "The class pulse with what stands beside belonging: barriers, engagement, how much it matters, and people to turn to. About three minutes.",
    inPulses: true,
  },
  {
    instrument: BESIDE_6_12,
    asks: "students",
    purpose:
      "What stands in the way, what comes of it, and how much it matters: beside belonging, never part of its figure.",
    inPulses: false,
  },
  {
    instrument: NETWORK_6_12,
    asks: "students",
    purpose: "How many people one could turn to.",
    inPulses: false,
  },
  {
    instrument: PULSE_3_5,
    asks: "students",
    purpose: "Five short questions with four answers, about a minute: the regular pulse.",
    inPulses: true,
  },
  {
    instrument: FORM_3_5,
    asks: "students",
    purpose: "Twelve short questions with four answers.",
    inPulses: true,
  },
  {
    instrument: FORM_K_2,
    asks: "students",
    purpose: "Four questions with faces, read aloud. Never flagged.",
    inPulses: true,
  },
  {
    instrument: STAFF,
    asks: "staff",
    purpose: "The same for the adults of the school.",
    inPulses: false,
  },
];

const NOTES: ReadonlyMap<string, string> = new Map(
  [
    ...CORE_ITEMS,
    ...SEPARATE_ITEMS,
    ...NETWORK_ITEMS,
    ...ITEMS_3_5,
    ...ITEMS_K_2,
    ...STAFF_ITEMS,
  ].map(({ item, note }: BankItem) => [item.id, note]),
);

/** What a translator must know of a built-in item; the first is for all of them. */
export function translatorNotes(itemId: string): readonly string[] {
  const own = NOTES.get(itemId);
  return own === undefined ? [] : [NOTE_FOR_ALL, own];
}

export function catalogueEntry(instrumentId: string): CatalogueEntry | null {
  return CATALOGUE.find(({ instrument }) => instrument.id === instrumentId) ?? null;
}
