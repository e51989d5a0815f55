/**
 * A program: opens a pulse for invented classes in the district of its environment, through the services that a
 * school's own pulse goes through, and prints what its students would hold in their hands. Argument: JSON of
 * `PulseSize`. A process of its own, because services connect to one district a process.
 */
import { randomBytes, randomUUID } from "node:crypto";

import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { closeDatabase, inTransaction, webPool } from "@/lib/data/client";
import { createDistrict, findDistrict } from "@/lib/data/district";
import { findMarginRoster } from "@/lib/data/asked-rosters";
import { findGroupMargin, listCrossingMargins, listMargins } from "@/lib/data/margins";
import { replaceSeats } from "@/lib/data/seats";
import { createWave, findManifestText } from "@/lib/data/waves";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { catalogueEntry } from "@/lib/instruments/catalogue";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { nominationsGroup } from "@/lib/network/nomination-rules";
import { seatPepper } from "@/lib/server/secrets";
import { serviceContext } from "@/lib/server/service-context";
import { openWave } from "@/lib/services/waves/open-wave";
import { prepareWave } from "@/lib/services/waves/prepare-wave";

import type { OpenPulse, PulseSize } from "./pulse";

const HOUR_MS = 3_600_000;
const TIME_ZONE = "America/Chicago";

const size = JSON.parse(process.argv[2] ?? "{}") as PulseSize;
const context = serviceContext({ kind: "system" });
const waveId = randomUUID();
const name = waveId.slice(0, 8);
const classIds = Array.from({ length: size.classes }, (_, at) => `class-${name}-${String(at)}`);

const dimensions = Array.from({ length: size.demographics ?? 0 }, (_, at) => `demographic ${at}`);

await insertRoster();
if (dimensions.length > 0) await insertDemographics();
await inTransaction((tx) =>
  createWave(tx, {
    id: waveId,
    title: "Belonging pulse",
    instrument: catalogueEntry(size.instrument ?? "")?.instrument ?? PULSE_6_12,
    scope: { kind: "classes", label: "Invented classes", classIds },
    policy: FLOOR_POLICY,
    options: {
      dimensions,
      nominations: size.nominations === true,
      admission: size.roster === true ? "roster" : "slips",
    },
    timeZone: TIME_ZONE,
    opensAt: new Date(context.now.getTime() - HOUR_MS),
    closesAt: new Date(context.now.getTime() + 24 * HOUR_MS),
    createdBy: null,
    createdAt: context.now,
  }),
);
// The running server looks after drafts too, and opens what is due: whoever is quicker.
const prepared = await prepareWave(context, waveId);
if (!prepared.ok && prepared.code !== "already-planned")
  throw new Error(`the pulse could not be prepared: ${prepared.code}`);
const margins = await listMargins(waveId);
const pulse: OpenPulse = {
  waveId,
  manifest: (await findManifestText(waveId)) ?? "",
  classes: await Promise.all(margins.map(dealSeats)),
};
const opened = await openWave(context, waveId);
if (!opened.ok && opened.code !== "not-planned")
  throw new Error(`the pulse could not be opened: ${opened.code}`);
await closeDatabase();
process.stdout.write(JSON.stringify(pulse));

async function insertRoster(): Promise<void> {
  if ((await findDistrict()) === null) {
    const district = { name: "Test district", timeZone: TIME_ZONE, isDemo: false };
    await inTransaction((tx) => createDistrict(tx, { ...district, createdAt: context.now }));
  }
  const school = `school-${name}`;
  const values = [school, classIds, size.students];
  const insert = (text: string, count: number) => webPool().query(text, values.slice(0, count));
  await insert("INSERT INTO orgs (id, name, type) VALUES ($1, 'Test school', 'school')", 1);
  await insert(
    `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids)
     SELECT id, id, 'homeroom', '{07}', $1, '{}' FROM unnest($2::text[]) AS id`,
    2,
  );
  await insert(
    `WITH seat AS (
       SELECT id || '-' || n AS person, id AS class
       FROM unnest($2::text[]) AS id, generate_series(1, $3::int) AS n
     ), person AS (
       INSERT INTO people (id, given_name, family_name, role, grades, org_ids)
       SELECT person, 'Student', person, 'student', '{07}', ARRAY[$1] FROM seat
     )
     INSERT INTO enrollments (id, class_id, school_id, person_id, role)
     SELECT person, class, $1, person, 'student' FROM seat`,
    3,
  );
}

/** Half of each class in either category, in another way for each demographic. */
async function insertDemographics(): Promise<void> {
  await webPool().query(
    `INSERT INTO student_demographics (person_id, dimension, category)
     SELECT e.person_id, d.name, CASE WHEN hashtext(e.person_id || d.name) % 2 = 0 THEN 'A' ELSE 'B' END
     FROM enrollments e, unnest($2::text[]) AS d(name) WHERE e.class_id = ANY($1)`,
    [classIds, dimensions],
  );
}

async function dealSeats(margin: Awaited<ReturnType<typeof listMargins>>[number]) {
  const seatCodes = Array.from({ length: margin.rosterSize }, () =>
    generateCode("seat", randomBytes),
  );
  const byName = dimensions.length > 0 || size.roster === true;
  const personIds = byName ? await findMarginRoster(margin.id) : [];
  const crossing = await listCrossingMargins({ waveId, personIds });
  const named = await findGroupMargin({ waveId, groupId: nominationsGroup(margin.classId) });
  const seats = seatCodes.map((code, at) => ({
    id: randomUUID(),
    codeHash: Buffer.from(hashSeatCode(code, seatPepper()), "hex"),
    personId: personIds[at] ?? null,
    extraMargins: [...(crossing.get(personIds[at] ?? "") ?? []), ...(named ? [named.id] : [])],
  }));
  await inTransaction((tx) => replaceSeats(tx, margin.id, seats));
  return {
    classId: margin.classId,
    marginId: margin.ballotMarginId,
    joinCode: margin.joinCode,
    seatCodes,
    extraMargins: seats.map((seat) => seat.extraMargins),
  };
}
