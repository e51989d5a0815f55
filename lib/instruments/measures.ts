import { type Form, formsOf } from "@/lib/instruments/forms";
import {
  type AnswerBuckets,
  answerBuckets,
  type Construct,
  type Instrument,
  type Item,
  type Scale,
} from "@/lib/instruments/instrument";

/**
 * What a release has a cell for: a question that everybody is asked, or the rotating questions of one construct taken
 * together. A rotating question by itself is never counted: of a class it reaches a handful at one pulse.
 */
export interface Measure {
  /** Names its cells in a release: the item's id, or the construct. */
  readonly id: string;
  readonly construct: Construct;
  readonly items: readonly Item[];
  readonly buckets: AnswerBuckets;
  /** Forms that ask at least one of its items, by position in `formsOf`. */
  readonly askedOn: ReadonlySet<number>;
  /** Share of all forms, 0 to 1: what part of the students is asked. */
  readonly asked: number;
}

/** In the order in which the instrument first asks them. */
export function measuresOf(instrument: Instrument): readonly Measure[] {
  const forms = formsOf(instrument);
  const groups = new Map<string, Item[]>();
  for (const item of instrument.items) {
    const id = measureId(item);
    groups.set(id, [...(groups.get(id) ?? []), item]);
  }
  return [...groups].flatMap(([id, items]) => {
    const [first] = items;
    if (first === undefined) return [];
    const own = new Set(items);
    const askedOn = new Set(
      [...forms.keys()].filter((at) => asksOneOf(forms[at], instrument, own)),
    );
    // Answers of a rotating question are mirrored before they are put together.
    const buckets = answerBuckets(
      first.pair === undefined ? first : { ...first, reverse: false },
      instrument.scale,
    );
    const asked = askedOn.size / forms.length;
    return [{ id, construct: first.construct, items, buckets, askedOn, asked }];
  });
}

function measureId({ id, construct, pair }: Item): string {
  return pair === undefined ? id : construct;
}

function asksOneOf(form: Form | undefined, { items }: Instrument, own: ReadonlySet<Item>): boolean {
  return (form?.positions ?? []).some((position) => {
    const item = items[position];
    return item !== undefined && own.has(item);
  });
}

/**
 * Reads one student's answer codes by measure. Rotating questions of a construct count as one answer: the mean of those
 * that the form asked and the student answered, reversed ones mirrored (K + 1 − x), rounded half up to a point of the
 * scale. Nothing answered is no entry. Answers off the form, or on a form that the instrument does not have, do not
 * count. `answers` are by position in the instrument's items.
 */
export function measureReader(
  instrument: Instrument,
): (formId: number, answers: readonly (number | null)[]) => Map<string, number> {
  const { items, scale } = instrument;
  const forms = formsOf(instrument);
  return (formId, answers) => {
    // A fixed instrument has one form, whatever the ballot calls it.
    const form = forms.length === 1 ? forms[0] : forms[formId - 1];
    const sums = new Map<string, { total: number; count: number }>();
    for (const position of form?.positions ?? []) {
      const item = items[position];
      const answer = answers[position];
      if (item === undefined || answer === null || answer === undefined) continue;
      const mirrored = item.pair !== undefined && item.reverse;
      const { total, count } = sums.get(measureId(item)) ?? { total: 0, count: 0 };
      const value = mirrored ? scale.points + 1 - answer : answer;
      sums.set(measureId(item), { total: total + value, count: count + 1 });
    }
    return new Map([...sums].map(([id, sum]) => [id, Math.floor(sum.total / sum.count + 0.5)]));
  };
}

/** The answers that count as favourable, in words, and whether they are those at the low end of the scale. */
export function favourableOf(
  { items, buckets }: Measure,
  { labels }: Scale,
): { readonly favourable: readonly string[]; readonly reverse: boolean } {
  return {
    favourable: buckets.favourable.map((point) => labels.en[point - 1] ?? ""),
    reverse: items.some(({ pair, reverse }) => pair === undefined && reverse),
  };
}
