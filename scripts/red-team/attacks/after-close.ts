import { Client } from "pg";

import { type Attack, type Finding, nothing } from "../attack";
import { type Battlefield, releaseOf } from "../battlefield";
import { ownerRows } from "../truth";

/** 7: a late ballot, reopening, and edits of roster, plan and release after the close. */
export const afterCloseAttack: Attack = {
  number: 7,
  title: "Late ballots, reopening, edits after the close",
  when: "sealed",
  run: async (field) => {
    const before = await releaseOf(field.instance, field.pulse.waveId);
    const findings = [await late(field), await statements(field)];
    await ownerRows(field.instance, "DELETE FROM enrollments WHERE class_id = $1", [
      field.pulse.classes[3]?.classId,
    ]);
    const after = await releaseOf(field.instance, field.pulse.waveId);
    const same =
      after.hash === before.hash && JSON.stringify(after.body) === JSON.stringify(before.body);
    return [
      ...findings,
      {
        tried: "the release after a class was taken off the roster",
        found: same ? `hash unchanged (${after.hash.slice(0, 12)}…)` : "it changed",
        held: same,
      },
    ];
  },
};

async function late(field: Battlefield): Promise<Finding> {
  const [student] = field.students;
  const [ballot] = student?.ballots ?? [];
  if (ballot === undefined) throw new Error("there is no ballot");
  const response = await fetch(`${field.instance.url}/api/ballots/cast`, {
    method: "POST",
    body: new Uint8Array(ballot.record),
  });
  return {
    tried: "a true ballot after the seal",
    found: `${response.status} ${await response.text()}`,
    held: response.status === 410,
  };
}

/** What the three logins of the server may not do, tried as each of them. */
async function statements(field: Battlefield): Promise<Finding> {
  const { waveId, classes } = field.pulse;
  const marginId = classes[0]?.marginId ?? "";
  const tried = [
    `UPDATE waves SET state = 'open' WHERE id = '${waveId}'`,
    `UPDATE waves SET plan = '{}' WHERE id = '${waveId}'`,
    `UPDATE waves SET policy = '{"k":3}' WHERE id = '${waveId}'`,
    `UPDATE waves SET options = '{"dimensions":["x"]}' WHERE id = '${waveId}'`,
    `UPDATE releases SET hash = 'x' WHERE wave_id = '${waveId}'`,
    `DELETE FROM releases WHERE wave_id = '${waveId}'`,
    `UPDATE release_cells SET lo = 0 WHERE wave_id = '${waveId}'`,
    `INSERT INTO release_cells SELECT (json_populate_record(c, '{"item":"x"}')).* FROM release_cells c WHERE wave_id = '${waveId}' LIMIT 1`,
    `UPDATE releases SET receipts = '' WHERE wave_id = '${waveId}'`,
    `UPDATE margins SET roster_size = 99 WHERE wave_id = '${waveId}'`,
    `INSERT INTO ballot_box (nullifier, wave_id, margin_id, ciphertext) VALUES (sha256('x'), '${waveId}', '${marginId}', repeat('x', 112)::bytea)`,
    "SELECT * FROM ballot_box",
    "TRUNCATE ballot_box",
    "ALTER TABLE ballot_box DISABLE TRIGGER ALL",
    "DELETE FROM audit_events",
  ];
  // What a seal is made of; the box is empty by now.
  const sealerMay = new Set(["SELECT * FROM ballot_box"]);
  const found: string[] = [];
  // A statement that nobody could run shows nothing: each must work for the owner with every trigger off.
  const owner = await done(field, field.instance.databaseUrls.owner, tried, [
    "SET session_replication_role = replica",
  ]);
  for (const text of tried) if (!owner.has(text)) found.push(`not a statement: ${text}`);
  for (const role of ["web", "ballot", "sealer"] as const) {
    for (const text of await done(field, field.instance.databaseUrls[role], tried, [])) {
      if (role === "sealer" && sealerMay.has(text)) continue;
      found.push(`${role}: ${text.slice(0, 60)}`);
    }
  }
  return nothing(
    `${tried.length} statements against wave, plan, box and release as each of the three logins`,
    found,
  );
}

/** The statements that a login was not refused, each tried and taken back. */
async function done(
  field: Battlefield,
  connectionString: string,
  statements: readonly string[],
  first: readonly string[],
): Promise<ReadonlySet<string>> {
  const client = new Client({
    connectionString,
    options: `-c search_path=${field.instance.schema}`,
  });
  await client.connect();
  const through = new Set<string>();
  try {
    for (const text of first) await client.query(text);
    for (const text of statements) {
      await client.query("BEGIN");
      await client.query(text).then(
        () => through.add(text),
        () => undefined,
      );
      await client.query("ROLLBACK");
    }
  } finally {
    await client.end();
  }
  return through;
}
