import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";

import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { ownerRows } from "../truth";

/** Longer than the clock's ten seconds. */
const CLOCK_MS = 25_000;

/** 10: a lower k, q or t through the form, the environment and the database: refused and logged. */
export const loweringAttack: Attack = {
  number: 10,
  title: "Lowering k, tail or width",
  when: "sealed",
  run: async (field) => [
    await throughForm(field),
    await throughDatabase(field),
    await throughEnvironment(field),
  ],
};

/** The administrator's own form, with a number that its field does not allow. */
async function throughForm(field: Battlefield): Promise<Finding> {
  const page = await field.sessions.page("administrator");
  const found: string[] = [];
  await page.goto(`${field.instance.url}/waves/new`);
  const before = await wavesThere(field);
  const input = page.locator('input[name="k"]');
  const there = await input.count();
  if (there > 0) {
    await page.locator('input[name="title"]').fill("With three");
    await page.locator('input[name="scope"][value="district"]').check({ force: true });
    await page
      .locator("form")
      .first()
      .evaluate((form) => {
        form.setAttribute("novalidate", "");
        const k = form.querySelector<HTMLInputElement>('input[name="k"]');
        if (k === null) return;
        for (const name of ["min", "max", "step"]) k.removeAttribute(name);
        k.value = "3";
      });
    await page.locator('form button[type="submit"]').last().click();
    await page.waitForTimeout(1_500);
  }
  if ((await wavesThere(field)) !== before) found.push("a pulse with k = 3 was scheduled");
  const refused = (await page.locator("body").innerText()).includes("from 10 to 30");
  await page.context().close();
  const finding = nothing("k = 3 through the form, its limits taken out", found);
  return {
    ...finding,
    found: `${finding.found}; ${refused ? "refused in words" : "no word of refusal"}`,
    held: finding.held && there > 0 && refused,
  };
}

const wavesThere = async (field: Battlefield): Promise<number> =>
  (await ownerRows<{ n: number }>(field.instance, "SELECT count(*)::int AS n FROM waves"))[0]?.n ??
  -1;

/** As the web login, which schedules pulses: a draft with a lower policy is never prepared, and the log says why. */
async function throughDatabase(field: Battlefield): Promise<Finding> {
  const client = new Client({
    connectionString: field.instance.databaseUrls.web,
    options: `-c search_path=${field.instance.schema}`,
  });
  await client.connect();
  const lowered: [string, object][] = [
    ["k", { ...FLOOR_POLICY, k: 3, remainder: 3 }],
    ["tail", { ...FLOOR_POLICY, tail: 0 }],
    ["width", { ...FLOOR_POLICY, width: 1 }],
    ["remainder", { ...FLOOR_POLICY, remainder: 1 }],
  ];
  const ids: string[] = [];
  const [own] = field.pulse.classes;
  for (const [name, policy] of lowered) {
    const id = randomUUID();
    ids.push(id);
    await client.query(
      `INSERT INTO waves (id, title, state, instrument, scope, policy, time_zone, opens_at, closes_at, created_at)
       VALUES ($1, $2, 'draft', $3, $4, $5, 'UTC', now() + interval '1 day', now() + interval '8 days', now())`,
      [
        id,
        `lower ${name}`,
        JSON.stringify(PULSE_6_12),
        JSON.stringify({ kind: "classes", label: "x", classIds: [own?.classId] }),
        JSON.stringify(policy),
      ],
    );
  }
  await client.end();
  const deadline = Date.now() + CLOCK_MS;
  const logged = () => ids.filter((id) => field.instance.output().includes(id)).length;
  while (Date.now() < deadline && logged() < ids.length) await sleep(500);
  const planned = await ownerRows<{ title: string }>(
    field.instance,
    "SELECT title FROM waves WHERE id = ANY($1) AND state <> 'draft'",
    [ids],
  );
  const refusals = logged();
  await ownerRows(field.instance, "DELETE FROM waves WHERE id = ANY($1)", [ids]);
  return {
    tried: "drafts with a lower k, tail, width and remainder, written as the web login",
    found: `${planned.length} prepared, ${refusals} of ${ids.length} refused in the log`,
    held:
      planned.length === 0 &&
      refusals === ids.length &&
      field.instance.output().includes("never lowered"),
  };
}

/** Settings by names that somebody may try; and every name that Hearth reads, none of which is the policy's. */
async function throughEnvironment(field: Battlefield): Promise<Finding> {
  const { readEnvironment } = await import("@/lib/server/environment");
  const tried = {
    HEARTH_K: "3",
    HEARTH_MIN_CELL: "3",
    MINIMUM_CELL_SIZE: "3",
    HEARTH_TAIL: "0",
    HEARTH_WIDTH: "1",
  };
  const settings = {
    HEARTH_DATA_DIR: field.instance.dataDir,
    HEARTH_KEY_DIR: field.instance.keyDir,
  };
  const plain = JSON.stringify(readEnvironment(settings, "/"));
  const with3 = JSON.stringify(readEnvironment({ ...settings, ...tried }, "/"));
  return nothing(
    `${Object.keys(tried).length} settings of the environment`,
    plain === with3 ? [] : ["a setting changed something"],
  );
}
