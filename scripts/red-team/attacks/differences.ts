import { FLOOR_POLICY } from "@/lib/disclosure/policy";

import { type Attack, nothing } from "../attack";
import { type Battlefield, releaseOf } from "../battlefield";
import { ownerRows, type TrueStudent } from "../truth";

interface Group {
  readonly id: string;
  readonly margin: string;
  /** Why it is hidden. */
  readonly withheld: string | null;
  /** Places in the list of respondents. */
  readonly members: ReadonlySet<number>;
}

/** 5: class = grade minus its siblings, complements, overlapping groups in pairs and triples. */
export const differencesAttack: Attack = {
  number: 5,
  title: "Subtracting shown groups from each other",
  when: "sealed",
  run: async (field) => {
    const { groups, counted } = await groupsWithMembers(field);
    const shown = groups.filter(({ withheld }) => withheld === null);
    const { tried, few } = subtractAll(shown, counted.length);
    // Without the remainder rule every group of k is shown: that must be found out.
    const careless = groups.filter(({ members }) => members.size >= FLOOR_POLICY.k);
    const control = subtractAll(careless, counted.length).few;
    return [
      nothing(
        `${tried} sums and differences of two, three and more of ${shown.length} shown groups of ${counted.length} respondents (${groups.length - shown.length} groups are hidden)`,
        few,
      ),
      {
        tried: `as a control the same with every group of ${FLOOR_POLICY.k}, as if there were no remainder rule`,
        found: control[0] ?? "nothing, so the attack sees nothing",
        held: control.length > 0 && groups.length > shown.length,
      },
    ];
  },
};

/** Every pair and triple, and of every group what the groups inside it leave, taken in several orders. */
function subtractAll(
  groups: readonly Group[],
  respondents: number,
): { readonly tried: number; readonly few: readonly string[] } {
  const few: string[] = [];
  let tried = 0;
  const look = (name: string, vector: Int8Array) => {
    tried += 1;
    let size = 0;
    for (const value of vector) {
      if (value !== 0 && value !== 1) return;
      size += value;
    }
    if (size > 0 && size < FLOOR_POLICY.remainder) few.push(`${name} leaves ${size}`);
  };
  const vectors = groups.map(({ members }) =>
    Int8Array.from({ length: respondents }, (_, at) => (members.has(at) ? 1 : 0)),
  );
  const combine = (...parts: [sign: number, at: number][]): Int8Array =>
    Int8Array.from({ length: respondents }, (_, student) =>
      parts.reduce((sum, [sign, at]) => sum + sign * (vectors[at]?.[student] ?? 0), 0),
    );
  const name = (at: number) => groups[at]?.id ?? "";
  for (let a = 0; a < groups.length; a += 1) {
    for (let b = 0; b < groups.length; b += 1) {
      if (a === b) continue;
      look(`${name(a)} − ${name(b)}`, combine([1, a], [-1, b]));
      for (let c = b + 1; c < groups.length; c += 1) {
        if (c === a) continue;
        look(`${name(a)} − ${name(b)} − ${name(c)}`, combine([1, a], [-1, b], [-1, c]));
        if (a < b) look(`${name(a)} + ${name(b)} − ${name(c)}`, combine([1, a], [1, b], [-1, c]));
      }
    }
    for (const inside of insides(groups, a)) {
      const parts = inside.map((at): [number, number] => [-1, at]);
      look(`${name(a)} − ${inside.length} groups inside it`, combine([1, a], ...parts));
    }
  }
  return { tried, few };
}

/** Groups inside a group, none overlapping another, as many as fit: smallest first, largest first, by margin. */
function* insides(groups: readonly Group[], of: number): Generator<number[]> {
  const whole = groups[of]?.members ?? new Set();
  const within = [...groups.keys()].filter((at) => {
    const members = groups[at]?.members ?? new Set();
    return at !== of && members.size < whole.size && [...members].every((m) => whole.has(m));
  });
  const size = (at: number) => groups[at]?.members.size ?? 0;
  const bySize = [...within].sort((a, b) => size(a) - size(b));
  const margins = [...new Set(groups.map(({ margin }) => margin))];
  for (const order of [
    bySize,
    [...bySize].reverse(),
    ...margins.map((margin) => bySize.filter((at) => groups[at]?.margin === margin)),
  ]) {
    const taken = new Set<number>();
    const chosen = order.filter((at) => {
      const members = [...(groups[at]?.members ?? [])];
      if (members.some((member) => taken.has(member))) return false;
      for (const member of members) taken.add(member);
      return true;
    });
    if (chosen.length > 0) yield chosen;
  }
}

/** Every group of the battlefield's release with its respondents, from the roster that everybody knows. */
async function groupsWithMembers(
  field: Battlefield,
): Promise<{ groups: readonly Group[]; counted: readonly TrueStudent[] }> {
  const { body } = await releaseOf(field.instance, field.pulse.waveId);
  const release = body as {
    groups: (Pick<Group, "id" | "margin" | "withheld"> & { by: Record<string, string> })[];
  };
  const crossing = await ownerRows<{ group_id: string; id: string }>(
    field.instance,
    "SELECT group_id, id::text FROM margins WHERE wave_id = $1 AND class_id IS NULL",
    [field.pulse.waveId],
  );
  const marginOf = new Map(crossing.map(({ group_id, id }) => [group_id, id]));
  const counted = field.students.filter((student) => field.answered.has(student));
  const groups = release.groups.map(({ id, by, margin, withheld }) => ({
    id,
    margin,
    withheld,
    members: new Set(
      counted.flatMap(({ classId, ballots }, at) => {
        const own = marginOf.get(id);
        const inside =
          own === undefined
            ? by["class"] === undefined || by["class"] === classId
            : ballots.some(({ marginId }) => marginId === own);
        return inside ? [at] : [];
      }),
    ),
  }));
  return { groups, counted };
}
