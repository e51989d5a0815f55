import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandSecretReader } from "./command-reader";
import { commandSecretWriter } from "./command-writer";

const WAVE = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
const SECRET = "c2VjcmV0";
const program = fileURLToPath(new URL("testdata/key-program.mjs", import.meta.url));
const writer = commandSecretWriter({ program });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "hearth-program-"));
  process.env["KEY_PROGRAM_DIR"] = root;
});
afterEach(async () => {
  delete process.env["KEY_PROGRAM_DIR"];
  delete process.env["KEY_PROGRAM_MODE"];
  delete process.env["HEARTH_SEAT_PEPPER"];
  await rm(root, { recursive: true, force: true });
});

const misbehave = (mode: string) => {
  process.env["KEY_PROGRAM_MODE"] = mode;
};
const reasonOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "it was accepted",
    (error: unknown) => String(error),
  );

/** Whether a process runs; one that is dead and not yet collected by its new parent does not. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, "utf8").catch(() => ") X");
  return !/\) [XZ]/.test(stat);
}

describe("the operator's program", () => {
  it("gets the secret on standard input, not among its arguments or in its environment", async () => {
    misbehave("spy");
    process.env["HEARTH_SEAT_PEPPER"] = "pepper of this test";
    expect(await writer.put(WAVE, SECRET)).toBe("stored");
    const spied = await readFile(join(root, "spied"), "utf8");
    expect(spied).toContain(WAVE);
    expect(spied).not.toContain(SECRET);
    // Hearth's own secrets are none of its business; the service's credentials are.
    expect(spied).not.toContain("pepper of this test");
    expect(spied).toContain("KEY_PROGRAM_DIR");
  });

  it("is killed when it takes too long, with what it started", async () => {
    misbehave("hang");
    const began = Date.now();
    const slow = commandSecretReader({ program, withinMs: 1_500 }).get(WAVE);
    expect(await reasonOf(slow)).toContain("took longer than 1.5 seconds");
    expect(Date.now() - began).toBeLessThan(10_000);
    const child = Number(await readFile(join(root, "child"), "utf8"));
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it("is killed when it writes without end", async () => {
    misbehave("flood");
    const flood = commandSecretReader({ program, mostBytes: 100_000 }).get(WAVE);
    expect(await reasonOf(flood)).toContain("wrote more than 100000 bytes");
  });

  it("fails without a word of what it had in its hands", async () => {
    misbehave("leak");
    const reason = await reasonOf(writer.put(WAVE, SECRET));
    expect(reason).toContain("status 1");
    expect(reason).toContain(WAVE);
    expect(reason).not.toContain(SECRET);
  });

  it("fails in words when it is not there any more", async () => {
    const gone = commandSecretWriter({ program: join(root, "gone") });
    expect(await reasonOf(gone.put(WAVE, SECRET))).toContain("cannot be run");
    expect(await reasonOf(gone.destroy(WAVE))).toContain("cannot be run");
  });
});
