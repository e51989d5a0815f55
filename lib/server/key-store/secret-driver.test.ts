import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandSecretReader } from "./command-reader";
import { commandSecretWriter } from "./command-writer";
import { fileSecretReader } from "./file-reader";
import { fileSecretWriter } from "./file-writer";
import { keyStore } from "./installed";
import type { WaveKeys } from "./key-store";
import type { SecretReader, SecretWriter } from "./secret-driver";
import { keptName, pseudonymsName, waitingName } from "./secret-name";
import { trusteeShares } from "./trustee-shares";

const WAVE = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
const OTHER = "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70";
const program = fileURLToPath(new URL("testdata/key-program.mjs", import.meta.url));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "hearth-secrets-"));
  process.env["KEY_PROGRAM_DIR"] = join(root, "program");
});
afterEach(async () => {
  delete process.env["KEY_PROGRAM_DIR"];
  await rm(root, { recursive: true, force: true });
});

const DRIVERS: readonly (readonly [name: string, open: () => SecretReader & SecretWriter])[] = [
  [
    "files",
    () => {
      const directory = join(root, "deep", "keys");
      return { ...fileSecretWriter(directory), ...fileSecretReader(directory) };
    },
  ],
  [
    "a program",
    () => ({ ...commandSecretWriter({ program }), ...commandSecretReader({ program }) }),
  ],
];

describe.each(DRIVERS)("the contract of a driver: %s", (_name, open) => {
  it("keeps a secret, gives it back as it was, and destroys it", async () => {
    const secrets = open();
    expect(await secrets.get(WAVE)).toBeNull();
    expect(await secrets.put(WAVE, '{"a":"b"}\n')).toBe("stored");
    expect(await secrets.put(OTHER, "other")).toBe("stored");
    expect(await open().get(WAVE)).toBe('{"a":"b"}\n');
    await secrets.destroy(WAVE);
    expect(await secrets.get(WAVE)).toBeNull();
    expect(await secrets.get(OTHER)).toBe("other");
    // Twice is no error, and the name is free again.
    await secrets.destroy(WAVE);
    expect(await secrets.put(WAVE, "again")).toBe("stored");
  });

  it("keeps the keys of a district", async () => {
    const secrets = open();
    const large = "0123456789abcdef".repeat(260_000);
    expect(await secrets.put(WAVE, large)).toBe("stored");
    expect((await secrets.get(WAVE)) === large).toBe(true);
  });

  it("never replaces a secret, and of parallel puts exactly one wins whole", async () => {
    const secrets = open();
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(5_000));
    const outcomes = await Promise.all(texts.map((text) => secrets.put(WAVE, text)));
    const won = outcomes.flatMap((outcome, index) => (outcome === "stored" ? [index] : []));
    expect(won).toHaveLength(1);
    expect(await secrets.get(WAVE)).toBe(texts[won[0]!]);
    expect(await secrets.put(WAVE, "late")).toBe("exists");
    expect(await secrets.get(WAVE)).toBe(texts[won[0]!]);
  });

  it("keeps a wave's keys and its shares apart", async () => {
    const secrets = open();
    const names = [WAVE, waitingName(WAVE, 1), waitingName(WAVE, 2), keptName(WAVE, 1)];
    for (const name of names) expect(await secrets.put(name, name)).toBe("stored");
    for (const name of names) expect(await secrets.get(name)).toBe(name);
    await secrets.destroy(waitingName(WAVE, 1));
    expect(await secrets.get(waitingName(WAVE, 1))).toBeNull();
    expect(await secrets.get(WAVE)).toBe(WAVE);
  });

  it.each([
    ...["../secret", "", ".", "--help", `${WAVE}/..`, `${WAVE}\0`, WAVE.toUpperCase()],
    ...[`${WAVE}.waiting-4`, `${WAVE}.kept-`, `${WAVE}.kept-1.json`, `${WAVE}\n`],
  ])("refuses the name %j", async (name) => {
    const secrets = open();
    await expect(secrets.put(name, "x")).rejects.toThrow(RangeError);
    await expect(secrets.get(name)).rejects.toThrow(RangeError);
    await expect(secrets.destroy(name)).rejects.toThrow(RangeError);
  });
});

const keys: WaveKeys = { hpkePrivateKey: "QUJD", margins: { [OTHER]: "REVG" } };

describe.each(DRIVERS)("the key store on %s", (_name, open) => {
  it("keeps keys until they are destroyed, and never two sets of them", async () => {
    const store = keyStore(open());
    expect(await store.get(WAVE)).toBeNull();
    expect(await store.put(WAVE, keys)).toEqual({ ok: true });
    expect(await store.put(WAVE, { ...keys, margins: {} })).toEqual({ ok: false, code: "exists" });
    expect(await keyStore(open()).get(WAVE)).toEqual(keys);
    await store.destroy(WAVE);
    expect(await store.get(WAVE)).toBeNull();
  });

  it("lets shares out and back, and destroys all of them with the keys", async () => {
    const secrets = open();
    const store = keyStore(secrets);
    const shares = trusteeShares(secrets);
    const share = (position: number) => new Uint8Array(33).fill(position);
    const given = ([1, 2, 3] as const).map((position) => ({ position, share: share(position) }));
    const pad = Buffer.alloc(32, 9).toString("base64");
    const padded = { hpkePrivateKey: null, pad, margins: keys.margins };
    expect(await store.put(WAVE, padded, { shares: given })).toEqual({ ok: true });
    expect(await store.get(WAVE)).toEqual(padded);
    expect(await shares.waiting(WAVE, 2)).toEqual(share(2));
    await shares.forgetWaiting(WAVE, 2);
    expect(await shares.waiting(WAVE, 2)).toBeNull();
    expect(await shares.waiting(WAVE, 3)).toEqual(share(3));
    expect([...(await shares.kept(WAVE))]).toEqual([]);
    await shares.keep(WAVE, 2, share(2));
    await shares.keep(WAVE, 2, share(2));
    expect([...(await shares.kept(WAVE))]).toEqual([[2, share(2)]]);
    await shares.keep(WAVE, 1, share(9));
    await shares.keep(WAVE, 1, share(1));
    expect((await shares.kept(WAVE)).get(1)).toEqual(share(1));
    await store.destroy(WAVE);
    expect(await shares.waiting(WAVE, 3)).toBeNull();
    expect([...(await shares.kept(WAVE))]).toEqual([]);
    expect(await store.get(WAVE)).toBeNull();
  });

  it("keeps the key of nominations apart, and destroys it before the others or with them", async () => {
    const secrets = open();
    const store = keyStore(secrets);
    const pseudonyms = new Uint8Array(32).fill(7);
    expect(await store.getPseudonyms(WAVE)).toBeNull();
    await expect(store.put(WAVE, keys, { pseudonyms: new Uint8Array(16) })).rejects.toThrow(
      RangeError,
    );
    for (const destroy of ["destroyPseudonyms", "destroy"] as const) {
      expect(await store.put(WAVE, keys, { pseudonyms })).toEqual({ ok: true });
      expect(await secrets.get(WAVE)).not.toContain(Buffer.from(pseudonyms).toString("base64"));
      expect(await keyStore(open()).getPseudonyms(WAVE)).toEqual(pseudonyms);
      await store[destroy](WAVE);
      expect(await store.getPseudonyms(WAVE)).toBeNull();
      expect(await store.get(WAVE)).toEqual(destroy === "destroy" ? null : keys);
      await store.destroy(WAVE);
    }
    await store.put(WAVE, keys, { pseudonyms });
    await secrets.put(pseudonymsName(OTHER), (await secrets.get(pseudonymsName(WAVE))) ?? "");
    await expect(store.getPseudonyms(OTHER)).rejects.toThrow(/damaged/);
  });

  it("names what is damaged, and quotes nothing of it", async () => {
    const secrets = open();
    await secrets.put(WAVE, '{"hpkePrivateKey":"SECRET"');
    await secrets.put(waitingName(WAVE, 1), "SECRET");
    for (const read of [
      () => keyStore(secrets).get(WAVE),
      () => trusteeShares(secrets).waiting(WAVE, 1),
    ]) {
      const error: unknown = await read().catch((reason: unknown) => reason);
      expect(String(error)).toContain("damaged");
      expect(String(error)).toContain(WAVE);
      expect(String(error)).not.toContain("SECRET");
    }
    // Of three shares two are enough: a damaged one counts as none.
    await secrets.put(keptName(WAVE, 1), "SECRET");
    await trusteeShares(secrets).keep(WAVE, 2, new Uint8Array(33).fill(2));
    expect([...(await trusteeShares(secrets).kept(WAVE)).keys()]).toEqual([2]);
  });

  it("refuses keys of the wrong form, and a secret under another wave's name", async () => {
    const secrets = open();
    const store = keyStore(secrets);
    const pad = Buffer.alloc(32).toString("base64");
    for (const wrong of [
      { ...keys, hpkePrivateKey: "" },
      { ...keys, hpkePrivateKey: null },
      { ...keys, pad },
      { ...keys, hpkePrivateKey: null, pad: "AAAA" },
    ]) {
      await expect(store.put(WAVE, wrong)).rejects.toThrow(RangeError);
    }
    await store.put(WAVE, keys);
    await secrets.put(OTHER, (await secrets.get(WAVE)) ?? "");
    await expect(store.get(OTHER)).rejects.toThrow(/damaged/);
  });
});
