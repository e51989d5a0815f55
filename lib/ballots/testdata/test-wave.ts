import { randomBytes } from "node:crypto";
import {
  generateMarginKeys,
  importMarginPublicKey,
  importPrivateKey,
} from "@/lib/ballots/server/blind-signature";
import { generateHpkeKeys } from "@/lib/ballots/server/hpke";
import type { Manifest } from "@/lib/ballots/wire/manifest";

export const WAVE_ID = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
export const MARGIN_A = "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70";
export const MARGIN_B = "c3a9e0d4-1b2c-4d3e-8f40-5162738495a6";

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A wave of two classes with fresh keys, as the server and the manifest hold it. */
export async function makeTestWave() {
  const hpke = await generateHpkeKeys();
  const ids = [MARGIN_A, MARGIN_B];
  const margins = await Promise.all(
    ids.map(async (id) => {
      const keys = await generateMarginKeys();
      return {
        id,
        spki: keys.publicKey,
        privateKey: importPrivateKey(keys.privateKey),
        publicKey: importMarginPublicKey(keys.publicKey),
      };
    }),
  );
  const manifest: Manifest = {
    format: "hearth-manifest/1",
    waveId: WAVE_ID,
    title: "Autumn pulse",
    instrument: { id: "belonging", version: "1", hash: "ab".repeat(32) },
    opensAt: "2026-11-23T08:00:00.000Z",
    closesAt: "2026-11-27T15:00:00.000Z",
    planHash: "cd".repeat(32),
    hpkePublicKey: hpke.publicKey,
    margins: margins.map(({ id, spki }, i) => ({
      id,
      level: "class",
      label: `Class ${String(i + 1)}`,
      publicKey: spki,
    })),
  };
  return { manifest, margins, hpkePrivateKey: importPrivateKey(hpke.privateKey) };
}
