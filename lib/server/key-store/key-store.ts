/** The private keys of one wave; they exist from its planning to its seal, and never in Postgres. */
export interface WaveKeys {
  /**
   * X25519, PKCS#8, DER, base64: opens the ballots. Null where trustees hold it between them: then it is
   * stored nowhere.
   */
  readonly hpkePrivateKey: string | null;
  /**
   * With trustees: 32 bytes, base64, without which their shares give nothing. It is destroyed at the seal
   * like any key, so that codes which lie in drawers for years open no old copy of the database.
   */
  readonly pad?: string;
  /** By margin id: RSA-2048, PKCS#8, DER, base64: signs ballots blindly, opens nothing. */
  readonly margins: Readonly<Record<string, string>>;
}

/** Which of a wave's three trustees a share belongs to. */
export const SHARE_POSITIONS = [1, 2, 3] as const;
export type SharePosition = (typeof SHARE_POSITIONS)[number];

/** A share that waits for its trustee to take it. */
export interface WaitingShare {
  readonly position: SharePosition;
  readonly share: Uint8Array;
}

/**
 * The half that planning a wave needs: keys go in and can be thrown away, and cannot be read through it.
 * Throws a `RangeError` on a wave id that is not a canonical UUID or on keys of the wrong form, and
 * an `Error` when the storage fails.
 */
export interface KeyWriter {
  /**
   * Stores the keys durably before it resolves, and with them the shares that wait for trustees and the key of
   * nominations: 32 bytes whose HMAC of a student's id gives their place on the list of their class. `exists`:
   * the wave has keys already; they are kept, because overwriting them would make its ballots unreadable
   * for good.
   */
  put(
    waveId: string,
    keys: WaveKeys,
    more?: { readonly shares?: readonly WaitingShare[]; readonly pseudonyms?: Uint8Array },
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: "exists" }>;
  /**
   * Destroys the keys durably before it resolves, and every share of them, waiting or confirmed. Destroying
   * what is not there is no error.
   */
  destroy(waveId: string): Promise<void>;
  /**
   * Destroys the key of nominations alone, as durably: once a wave is closed nobody needs it, and whoever opens the
   * ballots later finds numbers that nothing turns into names any more.
   */
  destroyPseudonyms(waveId: string): Promise<void>;
}

/**
 * Where private keys live: outside the database and its backups, so that a dump of the database, even one
 * taken during the wave, opens nothing. Errors as {@link KeyWriter}.
 */
export interface KeyStore extends KeyWriter {
  /** The keys, or null when there are none (never stored, or destroyed at the seal). */
  get(waveId: string): Promise<WaveKeys | null>;
  /** The key of nominations, or null where there is none any more, or never was. */
  getPseudonyms(waveId: string): Promise<Uint8Array | null>;
}
