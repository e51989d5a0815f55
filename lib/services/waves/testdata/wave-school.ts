import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, configureDatabase } from "@/lib/data/client";
import { withClient } from "@/lib/data/setup/connect";
import type { ServiceContext } from "@/lib/services/context";
import { createTestDatabase } from "@/scripts/testing/test-database";

/** Grade 7 is in Central time with the district, the class "far" in a school on Mountain time. */
export const CLASSES = {
  "7A": { school: "S1", students: 24 },
  "7B": { school: "S1", students: 20 },
  small: { school: "S1", students: 14 },
  /** Too small for ballots of its own: it votes in its grade. */
  tiny: { school: "S1", students: 8 },
  far: { school: "S2", students: 12 },
} as const;

/** Monday morning, in Central time. */
export const MONDAY = new Date("2026-11-23T14:00:00Z");

export function staff(role: StaffActor["role"], more: Partial<StaffActor> = {}): StaffActor {
  const accountId = "00000000-0000-4000-8000-000000000001";
  return { kind: "staff", accountId, name: "Ada", role, schoolIds: [], classIds: [], ...more };
}

export const administrator = staff("district-administrator");

export function contextAt(now: Date, actor: ServiceContext["actor"] = administrator) {
  return { actor, now, randomBytes, randomUuid: randomUUID } satisfies ServiceContext;
}

/** A district of two schools in a database of its own, with a key directory of its own. */
export async function openWaveSchool() {
  const home = mkdtempSync(join(tmpdir(), "hearth-waves-"));
  const keyDir = join(home, "keys");
  process.env.NEXTAUTH_SECRET = "x".repeat(40);
  process.env.HEARTH_SEAT_PEPPER = "y".repeat(40);
  process.env.HEARTH_DATA_DIR = join(home, "data");
  process.env.HEARTH_KEY_DIR = keyDir;
  const database = await createTestDatabase();
  const { urls, schema } = database;
  configureDatabase({
    webUrl: urls.web,
    ballotUrl: urls.ballot,
    sealerUrl: urls.sealer,
    schema,
  });
  const asOwner = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
    withClient(urls.owner, async (client) => {
      await client.query(`SET search_path = ${schema}`);
      return (await client.query<Row>(text, values)).rows;
    });
  for (const statement of rosterStatements()) await asOwner(statement);
  return {
    database,
    keyDir,
    asOwner,
    close: async () => {
      await closeDatabase();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type WaveSchool = Awaited<ReturnType<typeof openWaveSchool>>;

function rosterStatements(): string[] {
  const classes = Object.entries(CLASSES);
  const students = classes.flatMap(([id, row]) =>
    Array.from({ length: row.students }, (_, index) => ({
      id: `${id}-${String(index)}`,
      classId: id,
      school: row.school,
    })),
  );
  return [
    `INSERT INTO district (id, name, time_zone, created_at) VALUES (1, 'Larkfield', 'America/Chicago', now())`,
    `INSERT INTO orgs (id, name, type, time_zone) VALUES ('S1', 'Elm School', 'school', NULL), ('S2', 'Ridge School', 'school', 'America/Denver')`,
    `INSERT INTO classes (id, title, class_type, grades, school_id, term_ids) VALUES ${classes
      .map(([id, { school }]) => `('${id}', 'Class ${id}', 'homeroom', '{07}', '${school}', '{}')`)
      .join(", ")}`,
    `INSERT INTO people (id, given_name, family_name, role, grades, org_ids) VALUES ${students
      .map(({ id }) => `('${id}', 'Student', '${id}', 'student', '{07}', '{}')`)
      .join(", ")}`,
    `INSERT INTO enrollments (id, class_id, school_id, person_id, role) VALUES ${students
      .map(
        ({ id, classId, school }) => `('e-${id}', '${classId}', '${school}', '${id}', 'student')`,
      )
      .join(", ")}`,
  ];
}
