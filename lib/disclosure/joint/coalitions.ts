import type { Bucket } from "@/lib/disclosure/items";
import type { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import { PUBLISHED_BUCKETS, type Unit } from "@/lib/disclosure/joint/unit";
import { WitnessIndex } from "@/lib/disclosure/joint/witness-index";
import type { Presence, Witness } from "@/lib/disclosure/joint/witness";
import { NEAR, type WitnessPool } from "@/lib/disclosure/joint/witness-pool";

/** Pairs of students tried in each unit and question. */
export const COALITIONS = 200;

/** A student who pools: of which atom, and what they answered (`outside`: not that). */
type Member = { readonly atom: number; readonly bucket: Bucket; readonly outside: boolean };

/**
 * Two students pool what they answered and subtract it. For every pair tried and all their possible answers,
 * every other student must still be able to have answered either way. Returns the first leak in words, or
 * null.
 */
export function auditCoalitions(
  unit: Unit,
  model: AnswerModel,
  pool: WitnessPool,
  random: () => number,
): string | null {
  const index = new WitnessIndex(model);
  index.update(pool.witnesses);
  const alone = model.atoms.map((_, atom) => others(atom, [], model));
  for (const [number, pair] of pairs(unit, random).entries()) {
    const any = pool.witnesses[Math.floor(random() * pool.witnesses.length)] ?? null;
    // Pairs of one atom and pairs of two take turns, hence every other two.
    const typical = number % 4 < 2 ? any : null;
    for (const members of answersOf(pair, model, typical, random)) {
      const leak = auditPair(members, alone, model, pool, index);
      if (leak !== null) return leak;
    }
  }
  return null;
}

/**
 * What the two may have answered. With one bucket published, all four ways. With three, one of the nine: what
 * a witness says of them for one pair, drawn evenly for the next, so that rare answers, which tell most, are
 * tried as often as common ones.
 */
function answersOf(
  [one, other]: readonly [number, number],
  model: AnswerModel,
  typical: Witness | null,
  random: () => number,
): (readonly [Member, Member])[] {
  if (!model.three) {
    const either = (atom: number) =>
      [false, true].map((outside): Member => ({ atom, bucket: "favourable", outside }));
    return either(one).flatMap((first) => either(other).map((second) => [first, second] as const));
  }
  const draw = (atom: number): Member => ({
    atom,
    bucket: PUBLISHED_BUCKETS[drawBucket(atom, model, typical, random)] ?? "neutral",
    outside: false,
  });
  return [[draw(one), draw(other)]];
}

/** A position in `PUBLISHED_BUCKETS`: of one student of the atom at a witness, or of three evenly. */
function drawBucket(
  atom: number,
  model: AnswerModel,
  typical: Witness | null,
  random: () => number,
): number {
  if (typical === null) return Math.floor(random() * 3);
  const student = Math.floor(random() * (model.atoms[atom] ?? 0));
  const favourable = typical[atom] ?? 0;
  if (student < favourable) return 0;
  return student < favourable + (typical[atom + model.atoms.length] ?? 0) ? 1 : 2;
}

/** Half of the pairs sit in one atom, where nothing tells students apart: there subtraction bites hardest. */
function pairs(unit: Unit, random: () => number): [number, number][] {
  const seats = unit.atoms.flatMap((size, atom) => Array.from({ length: size }, () => atom));
  const draw = () => seats[Math.floor(random() * seats.length)] ?? 0;
  return Array.from({ length: COALITIONS }, (_, index): [number, number] => {
    const one = draw();
    const other = draw();
    const pairable = (unit.atoms[one] ?? 0) >= 2;
    if (index % 2 === 0 && pairable) return [one, one];
    return one !== other || pairable ? [one, other] : [one, (one + 1) % unit.atoms.length];
  });
}

function auditPair(
  members: readonly [Member, Member],
  alone: readonly (readonly Presence[])[],
  model: AnswerModel,
  pool: WitnessPool,
  index: WitnessIndex,
): string | null {
  const own = ownPresences(members);
  let among = index.showing(own);
  if (among.every((bits) => bits === 0)) {
    // The two cannot have answered so, given what is published: there is no such coalition.
    if (pool.find(own, pool.witnesses.slice(0, NEAR)) === null) return null;
    index.update(pool.witnesses);
    among = index.showing(own);
  }
  let open = alone.flatMap((others, atom) =>
    besides(members, atom, others, model).filter((presence) => !index.shows(presence, among)),
  );
  for (let [first] = open; first !== undefined; [first] = open) {
    const near = index.some(among, pool.witnesses, NEAR);
    if (pool.find([...own, first], near, open.slice(1)) === null) return describe(members, first);
    index.update(pool.witnesses);
    among = index.showing(own);
    open = open.filter((presence) => !index.shows(presence, among));
  }
  return null;
}

/** What the two's own answers say: at least one, or two, of an atom answered so. */
function ownPresences([one, other]: readonly [Member, Member]): Presence[] {
  const same =
    one.atom === other.atom && one.bucket === other.bucket && one.outside === other.outside;
  return same ? [{ ...one, least: 2 }] : [one, other].map((each) => ({ ...each, least: 1 }));
}

/** What must be possible of an atom's students beside the two; `alone`: of those of an atom that neither is in. */
function besides(
  members: readonly [Member, Member],
  atom: number,
  alone: readonly Presence[],
  model: AnswerModel,
): readonly Presence[] {
  const [one, other] = members;
  if (one.atom !== atom && other.atom !== atom) return alone;
  return others(
    atom,
    members.filter((member) => member.atom === atom),
    model,
  );
}

/** If an atom has somebody beside these: one more who answered in a bucket, one more outside it. */
function others(atom: number, here: readonly Member[], model: AnswerModel): Presence[] {
  if ((model.atoms[atom] ?? 0) <= here.length) return [];
  const buckets: readonly Bucket[] = model.three ? PUBLISHED_BUCKETS : ["favourable"];
  return buckets.flatMap((bucket) => {
    const inside = here.filter((member) => member.bucket === bucket && !member.outside).length;
    return [
      { atom, bucket, outside: false, least: inside + 1 },
      { atom, bucket, outside: true, least: here.length - inside + 1 },
    ];
  });
}

function describe(members: readonly [Member, Member], { atom, bucket, outside }: Presence): string {
  const word = (of: { bucket: Bucket; outside: boolean }) =>
    `${of.outside ? "not " : ""}${of.bucket}`;
  const asked = word({ bucket, outside });
  const pair = members.map((member) => `${word(member)} in ${String(member.atom)}`).join(", ");
  return `nobody else ${asked} in atom ${String(atom)}, to two who answered ${pair}`;
}
