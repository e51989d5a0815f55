import { randomUUID } from "node:crypto";
import { webPool } from "@/lib/data/client";
import { insertRelease } from "@/lib/data/releases";
import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { planHash } from "@/lib/disclosure/plan";
import { planMargins } from "@/lib/disclosure/plan-wave";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { nestedRespondents } from "@/lib/disclosure/respondents";
import { tallyBallots } from "@/lib/disclosure/tally";
import { answerBuckets } from "@/lib/instruments/instrument";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { releaseCells } from "@/lib/services/waves/seal-wave";

const DAY_MS = 24 * 3600_000;
export const TIME_ZONE = "America/Chicago";

/** A class of the district with what is true of it. */
export interface PlantedClass {
  readonly id: string;
  readonly schoolId: string;
  readonly title: string;
  readonly grade: string;
  /** On the roster, by person id. Tests may change it between waves. */
  roster: string[];
  /** Share of favourable answers. */
  readonly favourable: number;
  /** Share of students who answer. */
  readonly takingPart: number;
  /** Absence from `risingFrom` on is this many times the usual. */
  readonly rising: number;
}

export interface StaffDistrict {
  readonly classes: readonly PlantedClass[];
  readonly random: () => number;
  waves: number;
}

/** Mulberry32: the same numbers from the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SCHOOL_NAMES = ["Alder Creek Middle School", "Birchwood School", "Cedar Hill Academy"];

/** The account of a district's administrator, which what they do refers to. */
export async function seedAdministrator(id: string): Promise<void> {
  await webPool().query(
    `INSERT INTO accounts (id, email, name, password_hash, role, created_at)
     VALUES ($1, 'robin@example.org', 'Robin Staff', 'x', 'district-administrator', now())`,
    [id],
  );
}

/**
 * A roster through SQL: schools, classes of `students` students, a teacher each (`teacher-<class>`). By class id,
 * counted from 1: `s1-c02` is planted low, `s1-c03` rising, `s1-c04` has nine students.
 */
export async function seedRoster(options: {
  schools: number;
  classesPerSchool: number;
  students: number;
  seed?: number;
}): Promise<StaffDistrict> {
  const random = seededRandom(options.seed ?? 7);
  const classes: PlantedClass[] = [];
  for (let school = 1; school <= options.schools; school++) {
    for (let index = 1; index <= options.classesPerSchool; index++) {
      const id = `s${school}-c${String(index).padStart(2, "0")}`;
      const planted = school === 1 ? index : 0;
      const size = planted === 4 ? 9 : options.students + (index % 3);
      const grade = String(6 + (index % 3));
      classes.push({
        id,
        schoolId: `s${school}`,
        title: `${grade}${String.fromCharCode(65 + (Math.floor((index - 1) / 3) % 26))}${index > 78 ? String(index) : ""}`,
        grade,
        roster: Array.from({ length: size }, (_, seat) => `${id}-p${String(seat + 1)}`),
        favourable: planted === 2 ? 0.2 : 0.62 + 0.16 * (random() - 0.5),
        takingPart: 0.94,
        rising: planted === 3 ? 2.6 : 1,
      });
    }
  }
  await insertRoster(options.schools, classes);
  return { classes, random, waves: 0 };
}

async function insertRoster(schools: number, classes: readonly PlantedClass[]): Promise<void> {
  const query = (text: string, values: unknown[]) => webPool().query(text, values);
  const names = Array.from(
    { length: schools },
    (_, at) => SCHOOL_NAMES[at] ?? `School ${String(at + 1)}`,
  );
  await query(
    `INSERT INTO district (id, name, time_zone, created_at) VALUES (1, 'Riverbend Schools', $1, now())
     ON CONFLICT DO NOTHING`,
    [TIME_ZONE],
  );
  await query(
    `INSERT INTO orgs (id, name, type) SELECT 's' || at, name, 'school'
     FROM unnest($1::text[]) WITH ORDINALITY AS t(name, at)`,
    [names],
  );
  await query(
    `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
     SELECT id, title, 'homeroom', ARRAY[grade], school, '{}'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t(id, title, grade, school)`,
    [
      classes.map((row) => row.id),
      classes.map((row) => row.title),
      classes.map((row) => row.grade),
      classes.map((row) => row.schoolId),
    ],
  );
  const seats = classes.flatMap((row) => [
    { id: `teacher-${row.id}`, role: "teacher", row },
    ...row.roster.map((id) => ({ id, role: "student", row })),
  ]);
  const people = seats.map((seat) => seat.id);
  const roles = seats.map((seat) => seat.role);
  await query(
    `INSERT INTO people (id, given_name, family_name, role, grades, org_ids)
     SELECT id, initcap(role), id, role, '{}', '{}' FROM unnest($1::text[], $2::text[]) AS t(id, role)`,
    [people, roles],
  );
  await query(
    `INSERT INTO enrollments (id, class_id, school_id, person_id, role, "primary")
     SELECT 'e-' || person, class, school, person, role, true
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t(class, school, person, role)`,
    [seats.map((seat) => seat.row.id), seats.map((seat) => seat.row.schoolId), people, roles],
  );
}

function answersOf(favourable: number, random: () => number): Map<string, number> {
  const leaning = favourable + 0.5 * (random() - 0.5);
  return new Map(
    PULSE_6_12.items.map((item) => [
      item.id,
      random() < leaning ? 4 + Math.floor(random() * 2) : 1 + Math.floor(random() * 3),
    ]),
  );
}

/**
 * A sealed wave through the real planner, tally and compiler: opened a week before `closesAt`, answered by the
 * classes' rosters as they are now. Returns its id.
 */
export async function sealWaveOf(
  district: StaffDistrict,
  closesAt: Date,
  options: { title?: string; classes?: readonly PlantedClass[] } = {},
): Promise<string> {
  const classes = options.classes ?? district.classes;
  district.waves += 1;
  const title = options.title ?? `Pulse ${String(district.waves)}`;
  const waveId = randomUUID();
  const outcome = planMargins({
    classes: classes.map((row) => ({
      class: row.id,
      school: row.schoolId,
      grades: [row.grade],
      rosterSize: row.roster.length,
    })),
    district: new Set(classes.map((row) => row.schoolId)).size > 1 ? "all" : null,
    items: PULSE_6_12.items.map((item) => ({
      kind: "question",
      id: item.id,
      ...answerBuckets(item, PULSE_6_12.scale),
    })),
    policy: FLOOR_POLICY,
  });
  if (!outcome.ok) throw new Error(outcome.message);
  const { plan } = outcome;
  const ballots = classes.flatMap((row) =>
    row.roster
      .filter(() => row.takingPart === 1 || district.random() < row.takingPart)
      .map(() => ({
        group: `class:${row.id}`,
        values: answersOf(row.favourable, district.random),
      })),
  );
  const tallies = tallyBallots(ballots, plan);
  const release = await compileRelease({
    plan,
    planHash: planHash(plan),
    tallies,
    respondents: [nestedRespondents(plan, tallies)],
    solver: await highsSolver(),
    wave: waveId,
    instrument: `${PULSE_6_12.id}/${String(PULSE_6_12.version)}`,
    closedOn: closesAt.toISOString().slice(0, 10),
  });
  await insertWave({
    id: waveId,
    title,
    state: "closed",
    closesAt,
    plan,
    planHash: planHash(plan),
  });
  await insertMargins(waveId, classes);
  const cells = releaseCells(waveId, release);
  const sealedOn = closesAt.toISOString().slice(0, 10);
  await insertRelease({
    waveId,
    hash: release.hash,
    body: release,
    sealedOn,
    receipts: new Uint8Array(),
    cells,
    texts: [],
  });
  await webPool().query("UPDATE waves SET state = 'sealed' WHERE id = $1", [waveId]);
  return waveId;
}

/** A wave that is open: seats dealt, `collected` of each class's collected. */
export async function openWaveOf(
  district: StaffDistrict,
  closesAt: Date,
  collected: number,
): Promise<string> {
  const waveId = randomUUID();
  const title = `Pulse ${String(district.waves + 1)}`;
  await insertWave({ id: waveId, title, state: "open", closesAt, plan: null, planHash: null });
  await insertMargins(waveId, district.classes);
  await webPool().query(
    `INSERT INTO seats (id, margin_id, code_hash, state)
     SELECT gen_random_uuid(), m.id, sha256((m.id::text || s)::bytea),
            CASE WHEN s <= $2 THEN 'collected' ELSE 'unused' END
     FROM margins m, generate_series(1, m.roster_size) s WHERE m.wave_id = $1`,
    [waveId, collected],
  );
  return waveId;
}

async function insertWave(wave: {
  id: string;
  title: string;
  state: string;
  closesAt: Date;
  plan: object | null;
  planHash: string | null;
}): Promise<void> {
  const opensAt = new Date(wave.closesAt.getTime() - 7 * DAY_MS);
  await webPool().query(
    `INSERT INTO waves (id, title, state, instrument, scope, policy, plan, plan_hash, time_zone, opens_at, closes_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10)`,
    [
      ...[wave.id, wave.title, wave.state, JSON.stringify(PULSE_6_12)],
      JSON.stringify({ kind: "district", label: "the whole district", classIds: [] }),
      ...[JSON.stringify(FLOOR_POLICY), wave.plan === null ? null : JSON.stringify(wave.plan)],
      ...[wave.planHash, TIME_ZONE, opensAt, wave.closesAt],
    ],
  );
}

async function insertMargins(waveId: string, classes: readonly PlantedClass[]): Promise<void> {
  await webPool().query(
    `INSERT INTO margins (id, wave_id, group_id, level, class_id, label, join_code, public_key, roster_size, roster)
     SELECT gen_random_uuid(), $1::uuid, 'class:' || id, 'class', id, label, encode(sha256(($1::uuid::text || id)::bytea), 'hex'), '\\x00',
            jsonb_array_length(roster), ARRAY(SELECT jsonb_array_elements_text(roster))
     FROM jsonb_to_recordset($2::jsonb) AS r(id text, label text, roster jsonb)`,
    [
      waveId,
      JSON.stringify(classes.map(({ id, title, roster }) => ({ id, label: title, roster }))),
    ],
  );
}
