import PgBoss from "pg-boss";
import pg from "pg";
import type { DatabaseRoles } from "./grants";

/**
 * Waves to seal. Every queue is made here: pg-boss keeps each in a table of its own, which only the
 * owner may create. Policy "short": at most one job waits for each singleton key, a wave's id.
 */
export const SEAL_QUEUE = "seal-wave";

/** The queue's schema stands beside the district's, so that a district moves with its jobs. */
export function jobsSchema(districtSchema: string): string {
  return `${districtSchema}_jobs`;
}

/**
 * Creates or updates the job queue's schema and queues as the owner, and lets the web role work on
 * them. Job data never holds anything about answers: a wave's id is all that is ever queued.
 */
export async function prepareJobs(owner: {
  url: string;
  schema: string;
  roles: DatabaseRoles;
}): Promise<void> {
  const schema = jobsSchema(owner.schema);
  const boss = new PgBoss({
    connectionString: owner.url,
    schema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue(SEAL_QUEUE, { name: SEAL_QUEUE, policy: "short" });
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }

  const client = new pg.Client({ connectionString: owner.url });
  await client.connect();
  try {
    const role = client.escapeIdentifier(owner.roles.web);
    const name = client.escapeIdentifier(schema);
    await client.query(`
      GRANT USAGE ON SCHEMA ${name} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${name} TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${name} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${name} TO ${role};
    `);
  } finally {
    await client.end();
  }
}
