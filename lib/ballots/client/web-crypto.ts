/**
 * Whether the browser has the cryptography that ballots need. The types say that `crypto.subtle` is always there; on a
 * plain http:// page it is not.
 */
export function hasWebCrypto(): boolean {
  return (globalThis as { crypto?: { subtle?: unknown } }).crypto?.subtle !== undefined;
}
