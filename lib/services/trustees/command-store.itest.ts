import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findReleaseBody } from "@/lib/data/releases";
import { listMargins } from "@/lib/data/margins";
import { signingKey } from "@/lib/server/signing-keys";
import { closeWave } from "@/lib/services/waves/close-wave";
import { sealWave } from "@/lib/services/waves/seal-wave";
import {
  contextAt,
  MONDAY,
  openWaveSchool,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { addColleagues, confirm, openTrusteeWave } from "./testdata/trustee-wave";

const program = fileURLToPath(
  new URL("../../server/key-store/testdata/key-program.mjs", import.meta.url),
);

let school: WaveSchool;
let vault: string;
beforeAll(async () => {
  process.env["HEARTH_KEY_STORE"] = "command";
  process.env["HEARTH_KEY_COMMAND"] = program;
  school = await openWaveSchool();
  vault = join(school.keyDir, "..", "vault");
  process.env["KEY_PROGRAM_DIR"] = vault;
  await addColleagues(school);
});
afterAll(() => school.close());

it("a pulse goes its whole way with keys and shares in a program's hands, none on the server's disk", async () => {
  const ballots = { far: Array.from({ length: 12 }, () => [5, 4, 5, 4, 5, 4]) };
  const { waveId, codes } = await openTrusteeWave(ballots, MONDAY);
  expect(existsSync(school.keyDir)).toBe(false);
  expect(readdirSync(vault)).toEqual([waveId]);
  const [margin] = await listMargins(waveId);
  expect(await signingKey(waveId, margin?.id ?? "")).not.toBeNull();
  const now = new Date(MONDAY.getTime() + 4 * 86_400_000);
  expect((await closeWave(contextAt(now), waveId)).ok).toBe(true);
  for (const trustee of [2, 0]) {
    expect((await confirm(waveId, trustee, codes[trustee], now)).ok).toBe(true);
  }
  expect(readdirSync(vault).sort()).toEqual([waveId, `${waveId}.kept-1`, `${waveId}.kept-3`]);
  expect((await sealWave(contextAt(now, { kind: "system" }), waveId)).ok).toBe(true);
  expect(await findReleaseBody(waveId)).not.toBeNull();
  expect(readdirSync(vault)).toEqual([]);
  expect(existsSync(school.keyDir)).toBe(false);
});
