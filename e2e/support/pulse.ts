import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { withClient } from "@/lib/data/setup/connect";
import { runProcess } from "@/scripts/server/web-process";

import type { Instance } from "./instance";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How many classes a pulse asks, and how many students are in each. */
export interface PulseSize {
  readonly classes: number;
  readonly students: number;
  /** Demographics of two categories each that it counts by; none unless said. */
  readonly demographics?: number;
  /** What it asks, by id in the catalogue; the usual pulse unless said. */
  readonly instrument?: string;
  /** Lets students of classes of 18 and more name classmates. */
  readonly nominations?: boolean;
  /** Lets students in by the class list: each seat is a student's, in the order of the seats. */
  readonly roster?: boolean;
}

/** What the students of a pulse hold in their hands. */
export interface OpenPulse {
  readonly waveId: string;
  /** Text of the manifest, byte for byte. */
  readonly manifest: string;
  readonly classes: readonly {
    readonly classId: string;
    readonly marginId: string;
    readonly joinCode: string;
    /** One for each student; with roster sign-in or demographics that student's own. */
    readonly seatCodes: readonly string[];
    /** For each seat the margins of its further ballots (demographics, nominations), beside the class's own. */
    readonly extraMargins: readonly (readonly string[])[];
  }[];
}

/** Opens a pulse for classes of its own in the district of `instance`. */
export async function openPulse(instance: Instance, size: PulseSize): Promise<OpenPulse> {
  const { web, ballot, sealer } = instance.databaseUrls;
  const { ok, output } = await runProcess({
    root,
    args: ["--import", "tsx", join(root, "e2e/support/open-pulse.ts"), JSON.stringify(size)],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      HEARTH_WEB_DATABASE_URL: web,
      HEARTH_BALLOT_DATABASE_URL: ballot,
      HEARTH_SEALER_DATABASE_URL: sealer,
      HEARTH_DISTRICT_SCHEMA: instance.schema,
      HEARTH_DATA_DIR: instance.dataDir,
      HEARTH_KEY_DIR: instance.keyDir,
    },
  });
  if (!ok) throw new Error(`The pulse could not be opened:\n${output}`);
  return JSON.parse(output) as OpenPulse;
}

/** Private signing keys of a pulse by margin id (PKCS#8, DER, base64), from the key store's file. */
export function marginKeysOf(instance: Instance, waveId: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(instance.keyDir, `${waveId}.keys.json`), "utf8");
  return (JSON.parse(text) as { margins: Record<string, string> }).margins;
}

/** Runs one statement as the owner of the database, to look at what no page may show. */
export async function asOwner<Row extends object>(
  instance: Instance,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withClient(instance.databaseUrls.owner, async (client) => {
    await client.query(`SET search_path TO ${instance.schema}`);
    return (await client.query<Row>(text, [...values])).rows;
  });
}
