const STOP_CODES = [
  "wrong-code",
  "used",
  "not-open",
  "closed",
  "throttled",
  "network",
  "server",
  "unsupported",
  "manifest",
] as const;

/** Why sending stopped. The first four, and `throttled`, are the server's words. */
export type StopCode = (typeof STOP_CODES)[number];

export function isStopCode(value: unknown): value is StopCode {
  return STOP_CODES.some((code) => code === value);
}

/** A new try by itself may help; nothing has to be done by the student. */
export function passesByItself(code: StopCode): boolean {
  return code === "network" || code === "server" || code === "throttled";
}
