import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Attack, type Finding } from "../attack";
import { runOver } from "../../bench/connections";
import { ownerRows } from "../truth";

/** Programs that solve at the same time. */
const AT_ONCE = 2;
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * 2 and 3: linear and whole-number programs over every band of every release that any role can see, and pairs of
 * students who pool what they answered. Done by `hearth verify-release`, which shares no code with the compiler.
 */
export const jointAttack: Attack = {
  number: 2,
  title: "All bands together, and coalitions of one and two (attacks 2 and 3)",
  when: "sealed",
  run: async (field) => {
    const releases = await ownerRows<{ wave_id: string; body: object }>(
      field.instance,
      "SELECT wave_id::text, body FROM releases ORDER BY sealed_on, wave_id",
    );
    const home = mkdtempSync(join(tmpdir(), "hearth-red-team-"));
    try {
      const findings = new Map<string, Finding>();
      await runOver(releases, AT_ONCE, async ({ wave_id, body }) => {
        const path = join(home, `${wave_id}.json`);
        writeFileSync(path, JSON.stringify(body));
        const own = wave_id === field.pulse.waveId;
        const name = own ? "the red team's pulse" : `pulse ${wave_id.slice(0, 8)}`;
        findings.set(wave_id, await verify(path, name));
      });
      return [...findings.values()];
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};

interface Verdict {
  readonly ok: boolean;
  readonly failure: { readonly message: string } | null;
  readonly checked: Readonly<Record<string, unknown>>;
}

async function verify(path: string, name: string): Promise<Finding> {
  const { code, output } = await hearth(["verify-release", path, "--json"]);
  const verdict = JSON.parse(output) as Verdict;
  return {
    tried: `${name}: ${JSON.stringify(verdict.checked)}`,
    found:
      verdict.failure?.message ??
      "no answer ruled out or forced, no count narrower than four values",
    held: code === 0 && verdict.ok,
  };
}

function hearth(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "cli/hearth.ts"), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}
