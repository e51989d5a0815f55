import { hash, verify } from "@node-rs/argon2";

// OWASP's password storage cheat sheet: argon2id (the library's default), 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Shortest password accepted: NIST SP 800-63B-4 asks for 15 where a password is the only factor. */
export const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_LENGTH = 200;

/** What is wrong with a password, in plain words, or null. */
export function passwordProblem(password: string): string | null {
  if (password.length < PASSWORD_MIN_LENGTH) {
    return `Use at least ${PASSWORD_MIN_LENGTH} characters. A short sentence is easy to remember.`;
  }
  if (password.length > PASSWORD_MAX_LENGTH) return "Use at most 200 characters.";
  if (new Set(password).size < 5) return "Use more than a few different characters.";
  return null;
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

let decoy: Promise<string> | undefined;

/** Spends the time of a real check, so that an unknown address answers no quicker than a known one. */
export async function spendPasswordCheck(password: string): Promise<void> {
  decoy ??= hashPassword("a password nobody has");
  await verifyPassword(await decoy, password);
}
