import { can } from "@/lib/access/can";
import { readRosterSnapshot } from "@/lib/data/audience";
import { inTransaction, type Tx } from "@/lib/data/client";
import { type ClassRow, listAskedRosters, listClasses, listClassRosters } from "@/lib/data/classes";
import { listDimensions } from "@/lib/data/demographics";
import { findDistrict } from "@/lib/data/district";
import { nameTrustees } from "@/lib/data/trustees";
import { createWave, listOverlappingWaves, lockSchedule } from "@/lib/data/waves";
import { FLOOR_POLICY, raisePolicy } from "@/lib/disclosure/policy";
import type { Instrument } from "@/lib/instruments/instrument";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { failure, type Failure, type Result, success } from "@/lib/result";
import { type AudienceScope, resolveAudience } from "@/lib/waves/audience";
import { ADMISSIONS, MOST_DIMENSIONS } from "@/lib/waves/options";
import type { LocalTime } from "@/lib/waves/local-time";
import type { ScheduleWarning } from "@/lib/waves/schedule";
import { zoneOfWave } from "@/lib/waves/wave-zone";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { listInstruments } from "../instruments/read-instruments";
import { checkTrustees } from "../trustees/check-trustees";
import { scopeLabel } from "./describe-scope";
import { openWave } from "./open-wave";
import { prepareWave } from "./prepare-wave";
import { checkTimes } from "./schedule-times";
import { storedScope } from "./stored-scope";

/** Waves of up to this many classes get their keys while one waits; larger ones from the clock. */
const PREPARED_AT_ONCE = 8;
/** A number typed wrongly must not make a wave that can show nothing. */
export const LARGEST_K = 30;
/** Days between two pulses that ask the same student. */
const DAYS_BETWEEN_PULSES = 7;
const BETWEEN_PULSES_MS = DAYS_BETWEEN_PULSES * 24 * 3_600_000;
const LONGEST_TITLE = 80;

export interface ScheduleRequest {
  readonly title: string;
  readonly scope: AudienceScope;
  /** In the wave's time zone (see `zoneOfWave`), or at once. */
  readonly opens: LocalTime | "now";
  readonly closes: LocalTime;
  /** What is asked, by its key in the catalogue; the pulse for grades 6 to 12 unless said. */
  readonly questions?: string;
  /** Fewest respondents in anything shown: 10 or more. */
  readonly k?: number;
  /** Demographics to publish beside classes, by school. Administrators only. */
  readonly dimensions?: readonly string[];
  /** Let students write a few words, shown by school. Administrators only. */
  readonly words?: boolean;
  /** Let students of larger classes name classmates they could ask for help. District administrators only. */
  readonly nominations?: boolean;
  /** How students get in, one of `ADMISSIONS`: by slips dealt by chance unless said. */
  readonly admission?: string;
  /** Three accounts that hold the key between them, two of whom can open it. District administrators only. */
  readonly trustees?: readonly string[];
}

export interface ScheduledWave {
  readonly waveId: string;
  /** False: many classes; the clock makes their keys in the next minutes. */
  readonly prepared: boolean;
  readonly warnings: readonly ScheduleWarning[];
}

export type ScheduleRefusalCode =
  "missing" | "invalid" | "no-students" | "student-twice" | "class-busy";

/**
 * Schedules a pulse for a district, a school, a grade of a school or classes; a teacher for one class of
 * their own. The classes are chosen now, the rosters frozen when the keys are made. A student can be in one
 * wave at a time, by whichever class: two at once could be subtracted from each other.
 */
export async function scheduleWave(
  context: ServiceContext,
  request: ScheduleRequest,
): Promise<Result<ScheduledWave, ScheduleRefusalCode>> {
  const district = await findDistrict();
  if (district === null) return failure("missing");
  const audience = resolveAudience(request.scope, await readRosterSnapshot(snapshotOf(request)));
  if (!audience.ok && audience.code === "audience-id-unknown") return failure("missing");
  const chosenIds = audience.ok ? audience.classes.map((row) => row.id) : audience.ids;
  const classes = await listClasses({ ids: chosenIds });
  const refs = classes.map(({ id, schoolId }) => ({ classId: id, schoolId }));
  if (!audience.ok && audience.code === "audience-empty") return failure("no-students");
  if (!can(context.actor, "wave.schedule", { classes: refs }).allowed) return failure("missing");
  const dimensions = [...new Set(request.dimensions ?? [])];
  if (dimensions.length > 0 && !can(context.actor, "wave.count-demographics", undefined).allowed) {
    return failure("missing");
  }
  const { trustees = [], words = false, nominations = false } = request;
  if (words && !can(context.actor, "wave.ask-words", undefined).allowed) return failure("missing");
  if (nominations && !can(context.actor, "wave.ask-nominations", undefined).allowed) {
    return failure("missing");
  }
  if (trustees.length > 0 && !can(context.actor, "wave.name-trustees", undefined).allowed) {
    return failure("missing");
  }
  if (!audience.ok) return sharedStudents(classes);
  if ((await listAskedRosters(chosenIds)).size === 0) return failure("no-students");

  const admission = ADMISSIONS.find((known) => known === (request.admission ?? "slips"));
  const asked = await findQuestions(request.questions);
  const title = request.title.trim();
  const policy = request.k === undefined ? null : raisePolicy({ k: request.k });
  const { zone } = zoneOfWave(
    classes.map((row) => row.schoolTimeZone),
    district.timeZone,
  );
  const times = await checkTimes(context.now, request, { zone, classes });
  const named = trustees.length === 0 ? null : await checkTrustees(trustees);
  const fields = {
    ...named?.fields,
    ...(asked === null ? { questions: "Choose what to ask." } : {}),
    ...(admission === undefined ? { admission: "Choose how students get in." } : {}),
    ...(title === "" ? { title: "Give the pulse a name." } : {}),
    ...(title.length > LONGEST_TITLE ? { title: "Use at most 80 characters." } : {}),
    ...(policy?.ok === false || (request.k ?? FLOOR_POLICY.k) > LARGEST_K
      ? { k: `Choose a number from ${String(FLOOR_POLICY.k)} to ${String(LARGEST_K)}.` }
      : {}),
    ...(await checkDimensions(dimensions)),
    ...(times.ok ? {} : times.fields),
  };
  if (Object.keys(fields).length > 0 || !times.ok || asked === null || admission === undefined)
    return failure("invalid", { fields });

  const waveId = context.randomUuid();
  const busy = await inTransaction(async (tx) => {
    await lockSchedule(tx);
    const taken = await busyClasses(
      tx,
      await listOverlappingWaves(tx, times, BETWEEN_PULSES_MS),
      classes,
    );
    if (taken !== null) return taken;
    const label = scopeLabel(request.scope, classes, district.name);
    await createWave(tx, {
      id: waveId,
      title,
      instrument: asked,
      scope: { kind: request.scope.kind, label, classIds: chosenIds },
      policy: policy?.ok === true ? policy.policy : FLOOR_POLICY,
      options: { dimensions, words, nominations, admission },
      timeZone: zone,
      opensAt: times.opensAt,
      closesAt: times.closesAt,
      createdBy: context.actor.kind === "staff" ? context.actor.accountId : null,
      createdAt: context.now,
    });
    if (named !== null) {
      await nameTrustees(tx, waveId, trustees);
      await recordEvent(tx, context, {
        action: "wave.trustees-named",
        subjectType: "wave",
        subjectId: waveId,
        detail: { names: named.names.join(", ") },
      });
    }
    await recordEvent(tx, context, {
      action: "wave.scheduled",
      subjectType: "wave",
      subjectId: waveId,
      detail: {
        ...{ title, for: label, classes: classes.length, admission },
        ...(dimensions.length === 0 ? {} : { demographics: dimensions.join(", ") }),
        ...(words ? { words: "yes" } : {}),
        ...(nominations ? { nominations: "yes" } : {}),
      },
    });
    return null;
  });
  if (busy !== null) return busy;

  const prepared = classes.length <= PREPARED_AT_ONCE && (await prepareWave(context, waveId)).ok;
  if (prepared && times.opensAt <= context.now) await openWave(context, waveId);
  return success({ waveId, prepared, warnings: times.warnings });
}

/** The instrument of that key, if a pulse can ask it. */
async function findQuestions(key: string | undefined): Promise<Instrument | null> {
  if (key === undefined) return PULSE_6_12;
  const found = (await listInstruments()).find((entry) => entry.key === key);
  return found?.inPulses === true ? found.instrument : null;
}

/** What cannot be counted, because the district holds no such demographic any more, or too many at once. */
async function checkDimensions(dimensions: readonly string[]): Promise<Record<string, string>> {
  if (dimensions.length === 0) return {};
  if (dimensions.length > MOST_DIMENSIONS) {
    return { dimensions: `Choose at most ${String(MOST_DIMENSIONS)}.` };
  }
  const held = new Set((await listDimensions()).map(({ dimension }) => dimension));
  const gone = dimensions.filter((name) => !held.has(name));
  return gone.length === 0 ? {} : { dimensions: `Not imported: ${listNames(gone)}.` };
}

/** For named classes only their part of the roster is read. */
function snapshotOf({ scope }: ScheduleRequest): { classIds?: readonly string[] } {
  return scope.kind === "classes" ? { classIds: scope.ids } : {};
}

function sharedStudents(classes: readonly ClassRow[]): Failure<"student-twice"> {
  const names = listNames(classes.map((row) => row.title));
  return failure("student-twice", {
    fields: {
      classes: `Some students are in more than one of these: ${names}. A student can answer once in a pulse. Choose fewer, or schedule two pulses one after the other.`,
    },
  });
}

/**
 * The classes of which a student is in another wave at that time, by name. Attack: a lesson that is a homeroom
 * and one student more, asked beside the homeroom; the two results differ by that student. And: close, ask the
 * same class again at once and let one more student answer; after a week, answers have moved by themselves. By
 * whole rosters, also of those who take no part: entering and taking back choices must make no two pulses possible
 * that were not before.
 */
async function busyClasses(
  tx: Tx,
  waves: readonly { readonly title: string; readonly scope: unknown }[],
  classes: readonly ClassRow[],
): Promise<Failure<"class-busy"> | null> {
  const reached = waves.map((wave) => ({ ...wave, ids: storedScope(wave.scope).classIds }));
  const ids = new Set([...classes.map((row) => row.id), ...reached.flatMap((wave) => wave.ids)]);
  const rosters = await listClassRosters(reached.length === 0 ? [] : [...ids], tx);
  for (const wave of reached) {
    const students = new Set(wave.ids.flatMap((id) => rosters.get(id) ?? []));
    const asked = ({ id }: ClassRow) =>
      wave.ids.includes(id) || (rosters.get(id) ?? []).some((student) => students.has(student));
    const both = classes.filter(asked).map((row) => row.title);
    if (both.length === 0) continue;
    return failure("class-busy", {
      fields: {
        classes: `Students already in the pulse “${wave.title}” at that time or within ${String(DAYS_BETWEEN_PULSES)} days of it: ${listNames(both)}. Choose other dates or other classes.`,
      },
    });
  }
  return null;
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${String(names.length - 5)} more` : shown;
}
