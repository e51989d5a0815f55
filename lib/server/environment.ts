import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

import { z } from "zod";

import {
  MAIL_FROM_HINT,
  type MailSettings,
  readMailFrom,
  readSmtpUrl,
  SMTP_URL_HINT,
} from "./mail-settings";
import { storedSecrets } from "./stored-secrets";

/** Settings that cannot be used. The message names each variable and what to do, one a line. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const blankIsUnset = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());

const postgresUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol), {
    error: "must look like postgresql://name:password@host:5432/database",
  });
const longSecret = z.string().min(32, {
  error: "must be at least 32 characters; make one with: openssl rand -base64 32",
});
const identifier = (example: string) =>
  z.string().regex(/^(?!pg_)[a-z][a-z0-9_]{0,47}$/, {
    error: `must be lower-case letters, digits and underscores, such as ${example}`,
  });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const settings = z.object({
  PORT: optional(
    z.coerce
      .number({ error: "must be a number, such as 3000" })
      .int({ error: "must be a whole number, such as 3000" })
      .min(1, { error: "must be between 1 and 65535" })
      .max(65535, { error: "must be between 1 and 65535" }),
  ),
  HEARTH_URL: optional(
    z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: "must be the address people type, such as https://hearth.example.org",
    }),
  ),
  DATABASE_URL: optional(postgresUrl),
  HEARTH_WEB_DATABASE_URL: optional(postgresUrl),
  HEARTH_BALLOT_DATABASE_URL: optional(postgresUrl),
  HEARTH_SEALER_DATABASE_URL: optional(postgresUrl),
  HEARTH_DISTRICT_SCHEMA: optional(identifier("hearth_default")),
  HEARTH_ROLE_PREFIX: optional(identifier("hearth")),
  HEARTH_DATA_DIR: optional(z.string()),
  HEARTH_KEY_DIR: optional(z.string()),
  HEARTH_KEY_STORE: optional(oneOf(["file", "command"])),
  HEARTH_KEY_COMMAND: optional(
    z.string().refine((path) => isAbsolute(path) && isProgram(path), {
      error: "must be the absolute path of a program that this user may run",
    }),
  ),
  HEARTH_SMTP_URL: optional(
    z.string().refine((text) => readSmtpUrl(text) !== null, { error: SMTP_URL_HINT }),
  ),
  HEARTH_MAIL_FROM: optional(
    z.string().refine((text) => readMailFrom(text) !== null, { error: MAIL_FROM_HINT }),
  ),
  HEARTH_DEMO: optional(oneOf(["on", "off"])),
  HEARTH_JOBS: optional(oneOf(["inline", "worker"])),
  NEXTAUTH_SECRET: optional(longSecret),
  HEARTH_SEAT_PEPPER: optional(longSecret),
  NODE_ENV: optional(oneOf(["production", "development", "test"])),
  LOG_LEVEL: optional(oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"])),
});

export type KeyDriver =
  { readonly kind: "file" } | { readonly kind: "command"; readonly program: string };

/** The validated environment of this process. Directories are absolute; secrets are always there. */
export type Environment = {
  port: number;
  /** Where people reach Hearth, without a trailing slash. */
  url: string;
  /** The owner's URL: only the start script has it. The web process never does. */
  ownerUrl: string | undefined;
  /** The three logins, when they are given. */
  roleUrls: { web: string; ballot: string; sealer: string } | undefined;
  schema: string;
  rolePrefix: string;
  dataDir: string;
  keyDir: string;
  /** Where private keys are kept: files in `keyDir`, or through a program. */
  keyDriver: KeyDriver;
  /** How mail goes out; undefined: none is sent. */
  mail: MailSettings | undefined;
  demo: boolean;
  jobs: "inline" | "worker";
  sessionSecret: string;
  seatPepper: string;
  mode: "production" | "development" | "test";
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
};

/**
 * Checks an environment and fills in what is not set.
 *
 * @param cwd what relative directories start from
 * @throws EnvironmentError naming every variable that is wrong, never its value when it may hold a secret
 */
export function readEnvironment(
  source: Record<string, string | undefined>,
  cwd: string,
): Environment {
  const parsed = settings.safeParse(source);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues
        .map((issue) => `${issue.path.join(".")} ${issue.message}.`)
        .concat("Settings come from the environment or from .env; .env.example lists them all.")
        .join("\n"),
    );
  }
  const given = parsed.data;
  const port = given.PORT ?? 3000;
  const dataDir = resolve(cwd, given.HEARTH_DATA_DIR ?? "data");
  const keyDir = resolve(cwd, given.HEARTH_KEY_DIR ?? "keys");
  requireApart(dataDir, keyDir);
  // Read only when needed: a process that is given both secrets needs no data directory.
  const session = given.NEXTAUTH_SECRET ?? storedSecrets(dataDir).nextauth;
  const pepper = given.HEARTH_SEAT_PEPPER ?? storedSecrets(dataDir).seatPepper;
  return {
    port,
    url: new URL(given.HEARTH_URL ?? `http://localhost:${String(port)}`).href.replace(/\/$/, ""),
    ownerUrl: given.DATABASE_URL,
    roleUrls: roleUrls(given),
    schema: given.HEARTH_DISTRICT_SCHEMA ?? "hearth_default",
    rolePrefix: given.HEARTH_ROLE_PREFIX ?? "hearth",
    dataDir,
    keyDir,
    keyDriver: keyDriver(given),
    mail: mailSettings(given),
    demo: given.HEARTH_DEMO !== "off",
    jobs: given.HEARTH_JOBS ?? "inline",
    sessionSecret: session,
    seatPepper: pepper,
    mode: given.NODE_ENV ?? "production",
    logLevel: given.LOG_LEVEL ?? "info",
  };
}

let cached: Environment | undefined;

/** The environment of this process, read and checked once. */
export function environment(): Environment {
  cached ??= readEnvironment(process.env, process.cwd());
  return cached;
}

function roleUrls(given: z.infer<typeof settings>): Environment["roleUrls"] {
  const web = given.HEARTH_WEB_DATABASE_URL;
  const ballot = given.HEARTH_BALLOT_DATABASE_URL;
  const sealer = given.HEARTH_SEALER_DATABASE_URL;
  if (web !== undefined && ballot !== undefined && sealer !== undefined) {
    return { web, ballot, sealer };
  }
  if (web === undefined && ballot === undefined && sealer === undefined) return undefined;
  throw new EnvironmentError(
    "HEARTH_WEB_DATABASE_URL, HEARTH_BALLOT_DATABASE_URL and HEARTH_SEALER_DATABASE_URL belong together: " +
      "set all three or none.",
  );
}

function keyDriver(given: z.infer<typeof settings>): KeyDriver {
  if (given.HEARTH_KEY_STORE !== "command") return { kind: "file" };
  if (given.HEARTH_KEY_COMMAND !== undefined) {
    return { kind: "command", program: given.HEARTH_KEY_COMMAND };
  }
  throw new EnvironmentError(
    "HEARTH_KEY_STORE=command needs HEARTH_KEY_COMMAND: the program that keeps the keys.",
  );
}

function mailSettings(given: z.infer<typeof settings>): MailSettings | undefined {
  const { HEARTH_SMTP_URL: url, HEARTH_MAIL_FROM: from } = given;
  if (url === undefined && from === undefined) return undefined;
  const [server, sender] = [readSmtpUrl(url ?? ""), readMailFrom(from ?? "")];
  if (server !== null && sender !== null) return { ...server, from: sender };
  throw new EnvironmentError(
    "HEARTH_SMTP_URL and HEARTH_MAIL_FROM belong together: set both, or none and no mail is sent.",
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(/*turbopackIgnore: true*/ path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ballots lie in the data directory, the keys that open them in the other: one backup must not hold both. */
function requireApart(dataDir: string, keyDir: string): void {
  const data = real(dataDir);
  const keys = real(keyDir);
  if (!contains(data, keys) && !contains(keys, data)) return;
  throw new EnvironmentError(
    `HEARTH_KEY_DIR (${keyDir}) and HEARTH_DATA_DIR (${dataDir}) must lie apart, neither inside the other: ` +
      "one copy of a directory must never hold both the ballots and their keys.",
  );
}

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith("../") && !isAbsolute(way));
}

/** Follows links as far as the path exists: a link from one directory into the other is no separation. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), relative(parent, path));
}
