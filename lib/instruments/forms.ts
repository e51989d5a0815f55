import type { Instrument } from "@/lib/instruments/instrument";

/** What one student is asked: positions in the instrument's list of items, ascending. */
export interface Form {
  /** From 1; travels inside the sealed answers. */
  readonly id: number;
  readonly positions: readonly number[];
}

/**
 * The forms of an instrument. A fixed one has a single form with all its items. A rotating one has a form for every
 * two of its pairs, beside the items that everybody is asked (reference/statistics.md, "Pulse": 9 pairs make 36 forms,
 * every two items meet on a form, and each rotating item is on 8 of 36).
 */
export function formsOf(instrument: Instrument): readonly Form[] {
  const pairs = pairNumbers(instrument);
  if (pairs.length === 0) return [{ id: 1, positions: [...instrument.items.keys()] }];
  const forms: Form[] = [];
  for (const [at, first] of pairs.entries()) {
    for (const second of pairs.slice(at + 1)) {
      const positions = [...instrument.items.keys()].filter((position) => {
        const pair = instrument.items[position]?.pair;
        return pair === undefined || pair === first || pair === second;
      });
      forms.push({ id: forms.length + 1, positions });
    }
  }
  return forms;
}

/** How many questions one student is asked. */
export function questionsEach(instrument: Instrument): number {
  return formsOf(instrument)[0]?.positions.length ?? 0;
}

/** Minutes that so many questions take: six a minute, and never none. */
export function minutesFor(questions: number): number {
  return Math.max(1, Math.round(questions / 6));
}

/** Whether students are asked different questions. */
export function isRotating(instrument: Instrument): boolean {
  return instrument.items.some(({ pair }) => pair !== undefined);
}

function pairNumbers({ items }: Instrument): number[] {
  const numbers = new Set(items.flatMap(({ pair }) => pair ?? []));
  return [...numbers].sort((a, b) => a - b);
}

/** The largest multiple of a count below 2³² is where drawing without bias ends. */
const RANGE = 2 ** 32;

/**
 * Deals a form on the student's own device, every form alike: neither the server nor a classmate learns which. Dealing
 * by a permutation of the class would even out the numbers, but whoever deals would know who holds what.
 * @param random bytes from a cryptographic source
 */
export function dealForm(forms: readonly Form[], random: (length: number) => Uint8Array): Form {
  const limit = RANGE - (RANGE % forms.length);
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn >= limit) continue;
    const form = forms[drawn % forms.length];
    if (form === undefined) throw new Error("an instrument without forms");
    return form;
  }
}
