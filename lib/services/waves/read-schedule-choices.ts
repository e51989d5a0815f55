import type { Role } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { listDaysWithoutSchool, readRosterSnapshot } from "@/lib/data/audience";
import { listAskedRosters, listClasses } from "@/lib/data/classes";
import { listDimensions } from "@/lib/data/demographics";
import { findDistrict } from "@/lib/data/district";
import { questionsEach } from "@/lib/instruments/forms";
import { failure, type Result, success } from "@/lib/result";
import { instantToLocal } from "@/lib/waves/local-time";
import { isWeekday, LONGEST_HOLIDAYS_DAYS } from "@/lib/waves/schedule";
import type { ServiceContext } from "../context";
import { gradeWords } from "../insight/grade-words";
import { listInstruments } from "../instruments/read-instruments";
import { ownScope } from "../insight/own-scope";

/** A pulse scheduled a few months ahead still closes by the calendar. */
const CALENDAR_AHEAD_DAYS = 2 * LONGEST_HOLIDAYS_DAYS;

export interface ClassChoice {
  readonly id: string;
  readonly title: string;
  readonly schoolId: string;
  /** Who would be asked: without those who take no part. */
  readonly students: number;
}

export interface SchoolChoice {
  readonly id: string;
  readonly name: string;
  /** Null: the district's. */
  readonly timeZone: string | null;
  readonly grades: readonly { readonly grade: string; readonly label: string }[];
  readonly classes: readonly ClassChoice[];
}

export interface ScheduleChoices {
  readonly role: Role;
  readonly district: { readonly name: string; readonly timeZone: string };
  /** The actor's schools with the actor's classes; classes without students are left out. */
  readonly schools: readonly SchoolChoice[];
  /** Demographics that a pulse may also be counted by; empty for those who may not choose any. */
  readonly dimensions: readonly string[];
  /** What a pulse can ask; the first is the usual one. */
  readonly questions: readonly {
    readonly key: string;
    readonly title: string;
    readonly count: number;
    readonly grades: { readonly from: number; readonly to: number };
  }[];
  /**
   * Weekdays of the next months on which at least one of these schools has no school (YYYY-MM-DD): a closing time
   * that counts school days of all of them leaves each enough.
   */
  readonly noSchool: readonly string[];
  /** Whether students may be let write a few words. */
  readonly mayAskWords: boolean;
  /** Whether students may be let name classmates. */
  readonly mayAskNominations: boolean;
}

/** What somebody may choose from on the form that schedules a pulse. */
export async function readScheduleChoices(
  context: ServiceContext,
): Promise<Result<ScheduleChoices, "forbidden">> {
  const { actor } = context;
  const district = await findDistrict();
  if (actor.kind !== "staff" || district === null) return failure("forbidden");
  const { classIds, schoolIds } = ownScope(actor);
  const classes = await listClasses({
    ...(classIds === undefined ? {} : { ids: classIds }),
    ...(schoolIds === undefined ? {} : { schoolIds }),
  });
  const ids = classes.map((row) => row.id);
  const [snapshot, asked] = await Promise.all([
    readRosterSnapshot({ classIds: ids }),
    listAskedRosters(ids),
  ]);
  const students = new Map<string, Set<string>>();
  for (const { classId, studentId } of snapshot.enrollments) {
    students.set(classId, (students.get(classId) ?? new Set()).add(studentId));
  }
  const schools = new Map<string, SchoolChoice & { classes: ClassChoice[]; found: Set<string> }>();
  for (const row of classes) {
    const count = students.get(row.id)?.size ?? 0;
    if (count === 0) continue;
    const school = schools.get(row.schoolId) ?? {
      id: row.schoolId,
      name: row.schoolName,
      timeZone: row.schoolTimeZone,
      grades: [],
      classes: [],
      found: new Set<string>(),
    };
    schools.set(row.schoolId, school);
    const { id, title, schoolId } = row;
    school.classes.push({ id, title, schoolId, students: asked.get(id)?.length ?? 0 });
    for (const grade of row.grades) school.found.add(grade);
  }
  const today = instantToLocal(context.now, district.timeZone).date;
  return success({
    role: actor.role,
    district: { name: district.name, timeZone: district.timeZone },
    dimensions: can(actor, "wave.count-demographics", undefined).allowed
      ? (await listDimensions()).map(({ dimension }) => dimension)
      : [],
    questions: (await listInstruments())
      .filter(({ inPulses }) => inPulses)
      .map(({ key, instrument }) => ({
        key,
        title: instrument.title.en,
        count: questionsEach(instrument),
        grades: instrument.grades,
      })),
    noSchool: (
      await listDaysWithoutSchool({
        schoolIds: [...schools.keys()],
        from: today,
        to: daysAfter(today, CALENDAR_AHEAD_DAYS),
      })
    ).filter(isWeekday),
    mayAskWords: can(actor, "wave.ask-words", undefined).allowed,
    mayAskNominations: can(actor, "wave.ask-nominations", undefined).allowed,
    schools: [...schools.values()].map(({ found, ...school }) => ({
      ...school,
      grades: [...found].sort().map((grade) => ({ grade, label: gradeWords([grade]) })),
    })),
  });
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
