import { chmod, link, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileSecretReader } from "./file-reader";
import { fileSecretWriter } from "./file-writer";
import { secretFilePath } from "./path";
import { keptName } from "./secret-name";

const WAVE = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
const OTHER = "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70";

let root: string;
let directory: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "hearth-keys-"));
  directory = join(root, "deep", "keys");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = () => ({ ...fileSecretWriter(directory), ...fileSecretReader(directory) });
const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

describe("secrets in files", () => {
  it("lie one a file, named after the wave", async () => {
    await open().put(WAVE, "keys");
    await open().put(keptName(WAVE, 2), "share");
    expect((await readdir(directory)).sort()).toEqual([
      `${WAVE}.kept-2.share.json`,
      `${WAVE}.keys.json`,
    ]);
  });

  it("keep others out, even where the directory was open before", async () => {
    await open().put(WAVE, "keys");
    await open().put(keptName(WAVE, 1), "share");
    expect(await modeOf(directory)).toBe("700");
    for (const name of [WAVE, keptName(WAVE, 1)]) {
      expect(await modeOf(secretFilePath(directory, name))).toBe("600");
    }
    await chmod(directory, 0o755);
    await open().put(OTHER, "keys");
    expect(await modeOf(directory)).toBe("700");
  });

  it("leave nothing beside them when several are put at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => open().put(WAVE, "keys")));
    expect(await readdir(directory)).toEqual([`${WAVE}.keys.json`]);
  });

  it("are overwritten before they are unlinked", async () => {
    await open().put(WAVE, "QUJDQUJD");
    const witness = join(root, "witness");
    await link(secretFilePath(directory, WAVE), witness);
    await open().destroy(WAVE);
    const after = await readFile(witness);
    expect(after).toHaveLength(8);
    expect(after.includes("QUJD")).toBe(false);
  });

  it("are never read half overwritten", async () => {
    const text = "QUJD".repeat(500);
    let torn = 0;
    for (let run = 0; run < 40; run += 1) {
      await open().put(WAVE, text);
      let over = false;
      const readOn = async (): Promise<void> => {
        while (!over) {
          const read = await open().get(WAVE);
          if (read !== null && read !== text) torn += 1;
        }
      };
      const reading = [readOn(), readOn()];
      await open().destroy(WAVE);
      over = true;
      await Promise.all(reading);
    }
    expect(torn).toBe(0);
    expect(await readdir(directory)).toEqual([]);
  });

  it("are destroyed with a copy that a crash left half-way", async () => {
    await open().put(OTHER, "keys");
    await writeFile(`${secretFilePath(directory, WAVE)}.0011223344556677.tmp`, "{");
    await open().destroy(WAVE);
    expect(await readdir(directory)).toEqual([`${OTHER}.keys.json`]);
  });
});
