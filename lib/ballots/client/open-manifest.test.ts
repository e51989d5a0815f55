import { describe, expect, it } from "vitest";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import { freezeManifest } from "@/lib/ballots/server/manifest-hash";
import { makeTestWave } from "@/lib/ballots/testdata/test-wave";
import type { Manifest } from "@/lib/ballots/wire/manifest";
import { shortHash } from "@/lib/ballots/wire/short-hash";

describe("manifest", async () => {
  const { manifest } = await makeTestWave();
  const { text, hash } = freezeManifest(manifest);
  const [first, second] = manifest.margins;

  it("opens in the browser with the hash that the server printed", async () => {
    expect(await openManifest(text, hash)).toEqual({ ok: true, manifest, hash });
    expect(await openManifest(text, hash.toUpperCase())).toMatchObject({ ok: true });
    expect(await openManifest(text, null)).toMatchObject({ ok: true, hash });
  });

  it("does not depend on the order in which the server built it", () => {
    const reversed = Object.fromEntries(Object.entries(manifest).reverse()) as unknown as Manifest;
    expect(freezeManifest(reversed)).toEqual({ text, hash });
  });

  it("is refused when one margin's key is another than on the card", async () => {
    const marked = freezeManifest({
      ...manifest,
      margins: [{ ...first!, publicKey: (await makeTestWave()).manifest.margins[0]!.publicKey }],
    });
    expect(await openManifest(marked.text, hash)).toEqual({ ok: false, code: "other-hash" });
  });

  it.each<[string, (manifest: Manifest) => unknown]>([
    ["an extra field that could mark a copy", (m) => ({ ...m, tag: "1" })],
    ["a missing field", ({ title: _title, ...m }) => m],
    ["another format", (m) => ({ ...m, format: "hearth-manifest/2" })],
    ["no plan", (m) => ({ ...m, planHash: "" })],
    ["a short HPKE key", (m) => ({ ...m, hpkePublicKey: "AAAA" })],
    ["no margins", (m) => ({ ...m, margins: [] })],
    [
      "one key for two margins",
      (m) => ({ ...m, margins: [first, { ...second, publicKey: first!.publicKey }] }),
    ],
    ["one id for two margins", (m) => ({ ...m, margins: [first, { ...second, id: first!.id }] })],
    ["an unknown level", (m) => ({ ...m, margins: [{ ...first, level: "student" }] })],
    ["a date that does not exist", (m) => ({ ...m, opensAt: "2026-02-30T08:00:00.000Z" })],
    ["an end before the start", (m) => ({ ...m, closesAt: m.opensAt })],
    [
      "an RSA exponent of 3",
      (m) => {
        const der = Buffer.from(first!.publicKey, "base64url");
        der[293] = 3;
        return { ...m, margins: [{ ...first, publicKey: der.toString("base64url") }] };
      },
    ],
  ])("refuses %s", async (_name, change) => {
    const changed = change(manifest);
    const sorted = JSON.stringify(changed, (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
    expect(await openManifest(sorted, null)).toEqual({ ok: false, code: "malformed" });
    expect(() => freezeManifest(changed as Manifest)).toThrow();
  });

  it.each(["", "null", "[]", "{", "\u0000"])("refuses %j", async (junk) => {
    expect(await openManifest(junk, null)).toEqual({ ok: false, code: "malformed" });
    expect(await openManifest(`${text} `, null)).toEqual({ ok: false, code: "malformed" });
  });

  it("shortens a hash to its first 80 bits, in Crockford's base 32", () => {
    expect(shortHash("0".repeat(64))).toBe("0000-0000-0000-0000");
    expect(shortHash(`${"f".repeat(20)}${"0".repeat(44)}`)).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    expect(shortHash(`00443214c7${"0".repeat(54)}`)).toBe("0123-4567-0000-0000");
    expect(shortHash(hash)).not.toBe(
      shortHash(`${hash.slice(0, 19)}${hash[19] === "0" ? "1" : "0"}${hash.slice(20)}`),
    );
    expect(() => shortHash("abc")).toThrow(RangeError);
  });
});
