/*
 * What a place for keys has to do. Two drivers are here, files and a program of the operator's; a key
 * management service is the second one, or a third pair of modules beside them. docs/deployment.md says the
 * same to operators ("Keys in a KMS"). All drivers pass secret-driver.test.ts.
 *
 * A secret is text of printable ASCII, at most 16 MiB (a district's keys are some megabytes). Its name is
 * given by secret-name.ts: a wave's id, alone or with the place of a trustee's share.
 *
 * Logs: names, verbs and times may be logged, by driver and service alike. Secrets, their sizes and hashes
 * may not; an error names the secret and what failed, and quotes nothing of what was read.
 */

/** Storing and destroying, for who must not read. */
export interface SecretWriter {
  /**
   * Stores a secret. Resolves once it would survive the loss of power; all of it or nothing. Never replaces
   * one: of several puts of one name exactly one is "stored", also when they run at once on two machines.
   */
  put(name: string, secret: string): Promise<"stored" | "exists">;
  /**
   * Destroys a secret. Resolves once nobody can get it back, the operator included: no version history, no
   * recovery window, no copy in a backup of the service. Where ciphertexts may linger, destroying the key
   * that wraps this one secret counts. No error when there is none. The name is free again afterwards.
   */
  destroy(name: string): Promise<void>;
}

/** Reading, in modules of its own: who may import them is a rule of the lint step. */
export interface SecretReader {
  /** The secret as it was put, or null when there is none; what `put` resolved is seen at once. */
  get(name: string): Promise<string | null>;
}
