/** The private keys of one wave; they exist from its planning to its seal, and never in Postgres. */
export interface WaveKeys {
  /** X25519, PKCS#8, DER, base64: opens the ballots. */
  readonly hpkePrivateKey: string;
  /** By margin id: RSA-2048, PKCS#8, DER, base64: signs ballots blindly. */
  readonly margins: Readonly<Record<string, string>>;
}

/**
 * The half that planning a wave needs: keys go in and can be thrown away, and cannot be read through it.
 * Throws a `RangeError` on a wave id that is not a canonical UUID or on keys of the wrong form, and
 * an `Error` when the storage fails.
 */
export interface KeyWriter {
  /**
   * Stores the keys durably before it resolves. `exists`: the wave has keys already; they are kept,
   * because overwriting them would make its ballots unreadable for good.
   */
  put(
    waveId: string,
    keys: WaveKeys,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: "exists" }>;
  /** Destroys the keys durably before it resolves. Destroying what is not there is no error. */
  destroy(waveId: string): Promise<void>;
}

/**
 * Where private keys live. A driver keeps them outside the database and its backups, so that a
 * dump of the database, even one taken during the wave, opens nothing. Errors as {@link KeyWriter}.
 */
export interface KeyStore extends KeyWriter {
  /** The keys, or null when there are none (never stored, or destroyed at the seal). */
  get(waveId: string): Promise<WaveKeys | null>;
  /** The ids of the waves that have keys, sorted. */
  list(): Promise<readonly string[]>;
}
