import { escapeIdentifier } from "pg";

import { withClient } from "./connect";

/** Whether a district is there, demonstration or not; without one the first run is still to come. */
export async function isSetUp(ownerUrl: string, schema: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const found = await client.query(`SELECT 1 FROM ${escapeIdentifier(schema)}.district LIMIT 1`);
    return (found.rowCount ?? 0) > 0;
  });
}
