import type { ReleaseItem } from "@/lib/disclosure/items";
import { type Form, formsOf } from "@/lib/instruments/forms";
import {
  type AnswerBuckets,
  answerBuckets,
  type Construct,
  favourableLabels,
  type Instrument,
  type Item,
  type Scale,
  scaleOf,
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
  /** Its only item, or the first of those that rotate with the direction in which they are counted. */
  readonly counted: Item;
  readonly scale: Scale;
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
    // Answers of rotating questions are mirrored before they are put together: what is counted is not reversed.
    const counted = first.pair === undefined ? first : { ...first, reverse: false };
    const asked = askedOn.size / forms.length;
    const scale = scaleOf(first, instrument);
    const buckets = answerBuckets(counted, scale);
    return [{ id, construct: first.construct, items, counted, scale, buckets, askedOn, asked }];
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
 * What a measure counts of each respondent: a question's buckets, or for the rotating questions of a construct the mean of
 * those that were answered, reversed ones mirrored (K + 1 − x): favourable from half a point below the lowest favourable
 * answer, and unfavourable to half a point above its mirror.
 */
export function releaseItemOf({ id, items, buckets, scale: { points } }: Measure): ReleaseItem {
  if (items.every(({ pair }) => pair === undefined)) return { kind: "question", id, ...buckets };
  const lowest = Math.min(...buckets.favourable);
  return {
    kind: "scale",
    id,
    of: items.map((item) => ({ id: item.id, reversed: item.reverse })),
    points,
    favourableFrom: lowest - 0.5,
    // On a scale without a middle the two marks would meet.
    unfavourableTo: Math.min(points + 1.5 - lowest, lowest - 1),
    minimumAnswered: 1,
  };
}

/**
 * Reads one student's answer codes by item, from answers by position in the instrument's items. Answers off the form, or
 * on a form that the instrument does not have, do not count; what was skipped has no entry.
 */
export function formReader(
  instrument: Instrument,
): (formId: number, answers: readonly (number | null)[]) => Map<string, number> {
  const forms = formsOf(instrument);
  return (formId, answers) => {
    // A fixed instrument has one form, whatever the ballot calls it.
    const form = forms.length === 1 ? forms[0] : forms[formId - 1];
    const values = new Map<string, number>();
    for (const position of form?.positions ?? []) {
      const item = instrument.items[position];
      const answer = answers[position];
      if (item !== undefined && answer !== null && answer !== undefined)
        values.set(item.id, answer);
    }
    return values;
  };
}

/** The answers that count as favourable, in words, and whether they are those at the low end of the scale. */
export function favourableOf({ counted, scale }: Measure): {
  readonly favourable: readonly string[];
  readonly reverse: boolean;
} {
  return {
    favourable: favourableLabels(counted, scale),
    reverse: counted.reverse,
  };
}
