import { escapeIdentifier, escapeLiteral } from "pg";

import { withClient } from "./connect";
import { jobsSchema } from "./jobs";

const UNFINISHED = "hearth: demo seeding unfinished";
const SEEDED = "hearth: demo seeded";

/** Where a district stands before the demo is seeded. */
export type DemoState = "empty" | "unfinished" | "demo" | "occupied";

/**
 * Whether the district is empty, holds a demo whose seeding was cut short, holds the demo, or is somebody's own. A
 * district whose demo was replaced is its owner's from that moment, also before they have set it up: the demo must
 * not come back. The mark lives on the schema itself, so that it can never be read against another database.
 */
export async function readDemoState(ownerUrl: string, schema: string): Promise<DemoState> {
  return withClient(ownerUrl, async (client) => {
    const mark = await client.query<{ text: string | null }>(
      "SELECT obj_description(oid, 'pg_namespace') AS text FROM pg_namespace WHERE nspname = $1",
      [schema],
    );
    const text = mark.rows[0]?.text;
    if (text === UNFINISHED) return "unfinished";
    const district = await client.query<{ is_demo: boolean }>(
      `SELECT is_demo FROM ${escapeIdentifier(schema)}.district LIMIT 1`,
    );
    if (district.rows[0]?.is_demo === true) return "demo";
    return district.rowCount === 0 && text !== SEEDED ? "empty" : "occupied";
  });
}

/** Marks the district as being seeded, or as seeded once all of it is there. */
export async function markDemoSeeding(
  ownerUrl: string,
  schema: string,
  state: "begun" | "finished",
): Promise<void> {
  const text = escapeLiteral(state === "begun" ? UNFINISHED : SEEDED);
  await withClient(ownerUrl, (client) =>
    client.query(`COMMENT ON SCHEMA ${escapeIdentifier(schema)} IS ${text}`),
  );
}

/** Removes a half-seeded demo with all it holds. Refuses any schema that does not carry the mark. */
export async function dropUnfinishedDemo(ownerUrl: string, schema: string): Promise<void> {
  if ((await readDemoState(ownerUrl, schema)) !== "unfinished") {
    throw new Error("only a demo whose seeding was cut short may be dropped");
  }
  await withClient(ownerUrl, (client) =>
    client.query(
      `DROP SCHEMA IF EXISTS ${escapeIdentifier(jobsSchema(schema))} CASCADE;
       DROP SCHEMA ${escapeIdentifier(schema)} CASCADE`,
    ),
  );
}
