import { chmod, link, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileKeyStore } from "@/lib/server/key-store/file-key-store";

const WAVE = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
const OTHER = "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70";
const keys = { hpkePrivateKey: "QUJD", margins: { [OTHER]: "REVG" } };

let root: string;
let directory: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "hearth-keys-"));
  directory = join(root, "deep", "keys");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);
const pathOf = (waveId: string): string => join(directory, `${waveId}.keys.json`);

describe("fileKeyStore", () => {
  it("stores, gives back, lists and destroys", async () => {
    const store = fileKeyStore(directory);
    expect(await store.list()).toEqual([]);
    expect(await store.get(WAVE)).toBeNull();
    expect(await store.put(WAVE, keys)).toEqual({ ok: true });
    expect(await store.put(OTHER, keys)).toEqual({ ok: true });
    expect(await fileKeyStore(directory).get(WAVE)).toEqual(keys);
    expect(await store.list()).toEqual([WAVE, OTHER]);
    await store.destroy(WAVE);
    await store.destroy(WAVE);
    expect(await store.get(WAVE)).toBeNull();
    expect(await readdir(directory)).toEqual([`${OTHER}.keys.json`]);
  });

  it("keeps others out, even where the directory was open before", async () => {
    const store = fileKeyStore(directory);
    await store.put(WAVE, keys);
    expect(await modeOf(directory)).toBe("700");
    expect(await modeOf(pathOf(WAVE))).toBe("600");
    await chmod(directory, 0o755);
    await store.put(OTHER, keys);
    expect(await modeOf(directory)).toBe("700");
  });

  it("never overwrites keys, and of parallel puts exactly one wins whole", async () => {
    const store = fileKeyStore(directory);
    const puts = Array.from({ length: 20 }, (_, i) =>
      store.put(WAVE, { ...keys, hpkePrivateKey: Buffer.from(String(i)).toString("base64") }),
    );
    const won = (await Promise.all(puts)).flatMap(({ ok }, i) => (ok ? [i] : []));
    expect(won).toHaveLength(1);
    const kept = await store.get(WAVE);
    expect(Buffer.from(kept?.hpkePrivateKey ?? "", "base64").toString()).toBe(String(won[0]));
    expect(await store.put(WAVE, keys)).toEqual({ ok: false, code: "exists" });
    expect(await readdir(directory)).toHaveLength(1);
  });

  it("overwrites the content before it unlinks", async () => {
    const store = fileKeyStore(directory);
    await store.put(WAVE, keys);
    const before = await readFile(pathOf(WAVE));
    const witness = join(root, "witness");
    await link(pathOf(WAVE), witness);
    await store.destroy(WAVE);
    const after = await readFile(witness);
    expect(after).toHaveLength(before.length);
    expect(after.includes("QUJD")).toBe(false);
  });

  it("destroys a copy that a crash left half-way", async () => {
    const store = fileKeyStore(directory);
    await store.put(OTHER, keys);
    await writeFile(`${pathOf(WAVE)}.0011223344556677.tmp`, "{");
    expect(await store.list()).toEqual([OTHER]);
    await store.destroy(WAVE);
    expect(await readdir(directory)).toEqual([`${OTHER}.keys.json`]);
  });

  it.each(["../secret", "", ".", `${WAVE}/..`, `${WAVE}\0`, WAVE.toUpperCase()])(
    "refuses the wave id %j",
    async (waveId) => {
      const store = fileKeyStore(directory);
      await expect(store.put(waveId, keys)).rejects.toThrow(RangeError);
      await expect(store.get(waveId)).rejects.toThrow(RangeError);
      await expect(store.destroy(waveId)).rejects.toThrow(RangeError);
    },
  );

  it("names a damaged file, and quotes nothing of it", async () => {
    const store = fileKeyStore(directory);
    await store.put(WAVE, keys);
    await writeFile(pathOf(WAVE), '{"hpkePrivateKey":"SECRET"');
    const error: unknown = await store.get(WAVE).catch((reason: unknown) => reason);
    expect(String(error)).toContain(pathOf(WAVE));
    expect(String(error)).not.toContain("SECRET");
  });

  it("refuses keys of the wrong form, and a file under another wave's name", async () => {
    const store = fileKeyStore(directory);
    await expect(store.put(WAVE, { ...keys, hpkePrivateKey: "" })).rejects.toThrow(RangeError);
    await store.put(WAVE, keys);
    await link(pathOf(WAVE), pathOf(OTHER));
    await expect(store.get(OTHER)).rejects.toThrow(/damaged/);
  });
});
