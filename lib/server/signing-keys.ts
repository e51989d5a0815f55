import { createPublicKey, type KeyObject } from "node:crypto";
import { importPrivateKey } from "@/lib/ballots/server/blind-signature";
import { findBallotKey } from "@/lib/data/ballot-box";
import { keyStore } from "./key-store/installed";

interface MarginKey {
  readonly waveId: string;
  readonly marginId: string;
  readonly publicKey: KeyObject;
  readonly closesAt: Date;
}

interface WaveSigner {
  readonly stored: Readonly<Record<string, string>>;
  readonly pseudonyms: Uint8Array | null;
  readonly parsed: Map<string, KeyObject>;
  readonly expiry: NodeJS.Timeout;
}

interface Caches {
  readonly publicKeys: Map<string, MarginKey>;
  readonly signers: Map<string, WaveSigner>;
}

const KEPT_PUBLIC = 4_000;
const KEPT_SIGNERS = 50;
const SIGNER_MS = 60_000;

// Next bundles routes, actions and jobs apart. On globalThis, closing a wave in one of them forgets the
// keys that another one holds; in a module each bundle would have a cache of its own.
const holder = globalThis as typeof globalThis & { hearthSigningKeys?: Caches };

function caches(): Caches {
  holder.hearthSigningKeys ??= { publicKeys: new Map(), signers: new Map() };
  return holder.hearthSigningKeys;
}

/** A margin's public key, parsed once: it never changes. Null when there is no such margin. */
export async function ballotKey(marginId: string): Promise<MarginKey | null> {
  const { publicKeys } = caches();
  const known = publicKeys.get(marginId);
  if (known !== undefined) return known;
  const stored = await findBallotKey(marginId);
  if (stored === null) return null;
  const key: MarginKey = {
    waveId: stored.waveId,
    marginId,
    publicKey: createPublicKey({
      key: Buffer.from(stored.publicKey),
      type: "spki",
      format: "der",
    }),
    closesAt: stored.closesAt,
  };
  if (publicKeys.size >= KEPT_PUBLIC) publicKeys.clear();
  publicKeys.set(marginId, key);
  return key;
}

/** A margin's private key for blind signing, parsed at first use; null once the wave is sealed. */
export async function signingKey(waveId: string, marginId: string): Promise<KeyObject | null> {
  const wave = caches().signers.get(waveId) ?? (await loadSigner(waveId));
  if (wave === null) return null;
  const known = wave.parsed.get(marginId);
  if (known !== undefined) return known;
  const pkcs8 = wave.stored[marginId];
  if (pkcs8 === undefined) return null;
  const key = importPrivateKey(pkcs8);
  wave.parsed.set(marginId, key);
  return key;
}

/** What the numbers on the lists of a wave's classes are made with; null where nobody is asked, and once it is closed. */
export async function pseudonymKey(waveId: string): Promise<Uint8Array | null> {
  const wave = caches().signers.get(waveId) ?? (await loadSigner(waveId));
  return wave?.pseudonyms ?? null;
}

/**
 * Keeps a wave's private keys for a minute at most. Closing forgets them, but a request that found the
 * wave open a moment before could load them again afterwards, and another process is never told.
 */
async function loadSigner(waveId: string): Promise<WaveSigner | null> {
  const store = keyStore();
  const [stored, pseudonyms] = await Promise.all([store.get(waveId), store.getPseudonyms(waveId)]);
  if (stored === null) return null;
  const { signers } = caches();
  const first = signers.keys().next().value;
  if (signers.size >= KEPT_SIGNERS && first !== undefined) forgetSigningKeys(first);
  forgetSigningKeys(waveId);
  const expiry = setTimeout(() => {
    signers.delete(waveId);
  }, SIGNER_MS);
  // A key that waits to be forgotten must not keep the process from ending.
  expiry.unref();
  const wave: WaveSigner = { stored: stored.margins, pseudonyms, parsed: new Map(), expiry };
  signers.set(waveId, wave);
  return wave;
}

/** Forgets a wave's private keys, when it is closed. */
export function forgetSigningKeys(waveId: string): void {
  const { signers } = caches();
  clearTimeout(signers.get(waveId)?.expiry);
  signers.delete(waveId);
}
