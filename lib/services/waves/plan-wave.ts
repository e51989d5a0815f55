import type { ClassRow } from "@/lib/data/classes";
import { NOMINATIONS_LEVEL, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import { findCategories } from "@/lib/data/demographics";
import type { WaveDetail } from "@/lib/data/waves";
import { placeRespondents } from "@/lib/disclosure/place-respondent";
import { ballotGroup, NESTED, type Plan } from "@/lib/disclosure/plan";
import { planMargins } from "@/lib/disclosure/plan-wave";
import { type Policy, validatePolicy } from "@/lib/disclosure/policy";
import type { Instrument } from "@/lib/instruments/instrument";
import { measuresOf, releaseItemOf } from "@/lib/instruments/measures";
import { asksNominations, nominationsGroup } from "@/lib/network/nomination-rules";
import { textGroup, textsFrom } from "@/lib/texts/publish-texts";
import { readWaveOptions } from "@/lib/waves/read-options";
import { gradeWords } from "../insight/grade-words";

/**
 * A margin to be made: a group with ballots of its own, a class whose students cast for a larger one, words of a school, or
 * nominations of a class.
 */
export interface PlannedMargin {
  readonly groupId: string;
  readonly level: string;
  readonly label: string;
  /** Group whose ballots its students cast, when that is not itself. */
  readonly rollsInto: string | null;
  readonly classId: string | null;
  readonly roster: readonly string[];
}

/** The plan of a wave and the margins it needs, from classes and rosters as they are now. */
export async function planWave(
  classes: readonly ClassRow[],
  rosters: ReadonlyMap<string, readonly string[]>,
  instrument: Instrument,
  wave: WaveDetail,
): Promise<{ plan: Plan; margins: PlannedMargin[] }> {
  const { dimensions, words, nominations } = readWaveOptions(wave.options);
  const personIds = classes.flatMap((row) => rosters.get(row.id) ?? []);
  const categories =
    dimensions.length === 0 ? null : await findCategories({ personIds, dimensions });
  const categoriesOf = (person: string): string[] =>
    dimensions.map((name) => categories?.get(person)?.get(name) ?? "");
  const outcome = planMargins({
    classes: classes.map((row) => {
      const roster = rosters.get(row.id) ?? [];
      return {
        class: row.id,
        school: row.schoolId,
        grades: row.grades,
        rosterSize: roster.length,
        students: roster.map((person) => ({ categories: categoriesOf(person), size: 1 })),
      };
    }),
    district: new Set(classes.map((row) => row.schoolId)).size > 1 ? "all" : null,
    dimensions,
    items: measuresOf(instrument).map(releaseItemOf),
    policy: storedPolicy(wave.policy),
  });
  if (!outcome.ok) throw new Error(outcome.message);
  const { plan } = outcome;
  const place = placeRespondents(plan, dimensions);
  const crossing = new Map<string, string[]>();
  for (const row of classes) {
    for (const person of rosters.get(row.id) ?? []) {
      for (const group of place(`class:${row.id}`, categoriesOf(person))) {
        crossing.set(group, [...(crossing.get(group) ?? []), person]);
      }
    }
  }
  const margins = marginsOf(plan, classes, rosters, crossing);
  return {
    plan,
    margins: [
      ...margins,
      ...(words ? textMargins(plan.policy, classes, rosters) : []),
      ...(nominations ? nominationMargins(plan.policy, margins) : []),
    ],
  };
}

/** One for each class that is large enough and has ballots of its own: nothing is collected that could not be shown. */
function nominationMargins(policy: Policy, margins: readonly PlannedMargin[]): PlannedMargin[] {
  return margins.flatMap(({ classId, rollsInto, roster, label }) =>
    classId === null || rollsInto !== null || !asksNominations(roster.length, policy)
      ? []
      : [
          {
            groupId: nominationsGroup(classId),
            level: NOMINATIONS_LEVEL,
            label,
            rollsInto: null,
            classId: null,
            // Whose they are is the class's own roster; this one would be kept for slips by name only.
            roster: [],
          },
        ],
  );
}

/**
 * One for each school with enough students in at least two classes: nothing is collected that could not be shown, and
 * what a single class wrote would be that class's.
 */
function textMargins(
  policy: Policy,
  classes: readonly ClassRow[],
  rosters: ReadonlyMap<string, readonly string[]>,
): PlannedMargin[] {
  const students = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const { id, schoolId } of classes) {
    const size = rosters.get(id)?.length ?? 0;
    students.set(schoolId, (students.get(schoolId) ?? 0) + size);
    asked.set(schoolId, (asked.get(schoolId) ?? 0) + Number(size > 0));
  }
  const names = new Map(classes.map((row) => [row.schoolId, row.schoolName]));
  return [...students]
    .filter(([school, count]) => count >= textsFrom(policy) && (asked.get(school) ?? 0) > 1)
    .map(([school]) => ({
      groupId: textGroup(school),
      level: TEXT_LEVEL,
      label: names.get(school) ?? school,
      rollsInto: null,
      classId: null,
      roster: [],
    }));
}

function marginsOf(
  plan: Plan,
  classes: readonly ClassRow[],
  rosters: ReadonlyMap<string, readonly string[]>,
  members: ReadonlyMap<string, readonly string[]>,
): PlannedMargin[] {
  const own = classes.map((row): PlannedMargin => {
    const groupId = `class:${row.id}`;
    const casts = ballotGroup(plan, groupId);
    return {
      groupId,
      level: "class",
      label: row.title,
      rollsInto: casts === groupId ? null : casts,
      classId: row.id,
      roster: rosters.get(row.id) ?? [],
    };
  });
  const schools = new Map(classes.map((row) => [row.schoolId, row.schoolName]));
  const rolledInto = new Set(own.flatMap(({ rollsInto }) => rollsInto ?? []));
  const shared = plan.groups.filter(
    ({ id, margin }) => margin !== NESTED || (rolledInto.has(id) && !id.startsWith("class:")),
  );
  return [
    ...own,
    ...shared.map(({ id, level, margin, by }): PlannedMargin => {
      const school = schools.get(by["school"] ?? "") ?? "";
      return {
        groupId: id,
        level,
        label: labelOf({ level, margin, by }, school),
        rollsInto: null,
        classId: null,
        roster: margin === NESTED ? [] : (members.get(id) ?? []),
      };
    }),
  ];
}

/** What a student is shown of a margin that is not their class. */
function labelOf(
  { level, margin, by }: { level: string; margin: string; by: Readonly<Record<string, string>> },
  school: string,
): string {
  if (margin !== NESTED) return `${school}, ${margin}: ${by[margin] ?? ""}`;
  switch (level) {
    case "grade":
      return `${gradeWords([by["grade"] ?? ""])}, ${school}`;
    case "school":
      return school;
    default:
      return "All schools";
  }
}

/** The policy a wave was scheduled with; throws if it was lowered behind our back. */
function storedPolicy(stored: unknown): Policy {
  const checked = validatePolicy(stored as Record<keyof Policy, unknown>);
  if (!checked.ok) throw new Error(`the policy of this wave is refused: ${checked.message}`);
  return checked.policy;
}
