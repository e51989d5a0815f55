import { createPrivateKey, type KeyObject } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { combine } from "shamir-secret-sharing";
import { createBallotOpener } from "@/lib/ballots/server/open-ballot";
import type { WaveSchool } from "@/lib/services/waves/testdata/wave-school";

/** Everything a thief has: texts, and the sealed ballots among them. */
export interface Loot {
  readonly texts: readonly string[];
  readonly ballots: readonly { waveId: string; marginId: string; ciphertext: Buffer }[];
}

const KEY_BYTES = 32;
const PKCS8_START = Buffer.from("302e020100300506032b656e04220420", "hex");

/** A dump of the whole database as it is now, as its owner could make one. */
export async function dumpDatabase(school: WaveSchool): Promise<Loot> {
  const tables = await school.asOwner<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE'",
    [school.database.schema],
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await school.asOwner<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  const box = await school.asOwner<{ wave_id: string; margin_id: string; ciphertext: Buffer }>(
    "SELECT wave_id, margin_id, ciphertext FROM ballot_box",
  );
  const ballots = box.map(({ wave_id: waveId, margin_id: marginId, ciphertext }) => {
    return { waveId, marginId, ciphertext };
  });
  return { texts, ballots };
}

/** Every file of the key directory as it is now. */
export function copyKeys(school: WaveSchool): string[] {
  const names = readdirSync(school.keyDir);
  return names.map((name) => readFileSync(join(school.keyDir, name), "utf8"));
}

/**
 * How many of the ballots a thief opens who tries every 32 bytes that stand anywhere in what they have, as
 * they are, and whatever two of the things that are as long as a share or a pad give together.
 */
export async function countOpened(loot: Loot): Promise<number> {
  const pieces = [...new Set(loot.texts.flatMap(piecesOf).map((bytes) => bytes.toString("hex")))].map(
    (hex) => Buffer.from(hex, "hex"),
  );
  const keys = [...pieces.flatMap(windowsOf), ...(await combined(pieces))];
  const distinct = [...new Set(keys.map((key) => key.toString("hex")))];
  const opened = new Set<number>();
  for (const hex of distinct) {
    const key = keyFrom(Buffer.from(hex, "hex"));
    const openers = new Map<string, ReturnType<typeof createBallotOpener>>();
    for (const [at, { waveId, marginId, ciphertext }] of loot.ballots.entries()) {
      const open = openers.get(waveId) ?? createBallotOpener(waveId, key);
      openers.set(waveId, open);
      if (open(marginId, ciphertext).ok) opened.add(at);
    }
  }
  return opened.size;
}

/** Whatever in a text is written in hexadecimal, base 64 or base64url and is at least as long as a key. */
function piecesOf(text: string): Buffer[] {
  const hex = text.match(/[0-9a-f]{64,}/g) ?? [];
  const base64 = text.match(/[A-Za-z0-9+/_-]{40,}/g) ?? [];
  return [
    ...hex.map((run) => Buffer.from(run, "hex")),
    ...base64.map((run) => Buffer.from(run, "base64")),
  ].filter((bytes) => bytes.length >= KEY_BYTES && bytes.length <= 2_000);
}

function windowsOf(bytes: Buffer): Buffer[] {
  const count = bytes.length - KEY_BYTES + 1;
  return Array.from({ length: count }, (_, at) => bytes.subarray(at, at + KEY_BYTES));
}

/** Any two shares joined, alone and under anything that could be a pad; any share under any pad. */
async function combined(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const shares = pieces.filter((bytes) => bytes.length === KEY_BYTES + 1);
  const pads = pieces.filter((bytes) => bytes.length === KEY_BYTES);
  const secrets = shares.map((share) => share.subarray(0, KEY_BYTES));
  for (const one of shares) {
    for (const other of shares) {
      const joined = await combine([new Uint8Array(one), new Uint8Array(other)]).catch(() => null);
      if (joined !== null) secrets.push(Buffer.from(joined));
    }
  }
  const padded = secrets.flatMap((secret) =>
    pads.map((pad) => Buffer.from(secret.map((byte, at) => byte ^ (pad[at] ?? 0)))),
  );
  return [...secrets, ...padded];
}

function keyFrom(scalar: Buffer): KeyObject {
  const key = Buffer.concat([PKCS8_START, scalar]);
  return createPrivateKey({ key, type: "pkcs8", format: "der" });
}
