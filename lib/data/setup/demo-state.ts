import { escapeIdentifier, escapeLiteral } from "pg";

import { withClient } from "./connect";
import { jobsSchema } from "./jobs";

const UNFINISHED = "hearth: demo seeding unfinished";

/** Where a district stands before the demo is seeded. */
export type DemoState = "empty" | "unfinished" | "occupied";

/**
 * Whether the district is empty, holds a demo whose seeding was cut short, or holds a district.
 * The mark of an unfinished demo lives on the schema itself, so that it can never be read against another database.
 */
export async function readDemoState(ownerUrl: string, schema: string): Promise<DemoState> {
  return withClient(ownerUrl, async (client) => {
    const mark = await client.query<{ text: string | null }>(
      "SELECT obj_description(oid, 'pg_namespace') AS text FROM pg_namespace WHERE nspname = $1",
      [schema],
    );
    if (mark.rows[0]?.text === UNFINISHED) return "unfinished";
    const district = await client.query(
      `SELECT 1 FROM ${escapeIdentifier(schema)}.district LIMIT 1`,
    );
    return district.rowCount === 0 ? "empty" : "occupied";
  });
}

/** Marks the district as being seeded, or takes the mark away once all of it is there. */
export async function markDemoSeeding(
  ownerUrl: string,
  schema: string,
  state: "begun" | "finished",
): Promise<void> {
  const text = state === "begun" ? escapeLiteral(UNFINISHED) : "NULL";
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
