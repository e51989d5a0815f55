import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import type { Browser } from "@playwright/test";

import { type Instance, startInstance } from "@/e2e/support/instance";
import { type OpenPulse, openPulse } from "@/e2e/support/pulse";
import { Sessions } from "@/e2e/support/sessions";

import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { shuffled } from "@/lib/ballots/wire/random-order";
import { storedSecrets } from "@/lib/server/stored-secrets";

import { poster, runOver } from "../bench/connections";
import { type Dump, dumpEverything } from "./dump";
import { collectBody, makeStudents, ownerRows, type TrueStudent } from "./truth";

const CLASSES = 24;
const STUDENTS = 21;
const DEMOGRAPHICS = 2;
const CONNECTIONS = 4;
/** Students who come one after the other, so that their order is known. */
const ONE_BY_ONE = 20;
/** So many of a class answer: one class too few to be shown, which must take another with it. */
const ANSWER_OF = new Map([
  [11, 8],
  [12, 14],
]);
const SEALED_WITHIN_MS = 120_000;

/** A production instance with a demonstration district, a pulse of 504 students with known answers, and browsers. */
export interface Battlefield {
  readonly instance: Instance;
  readonly browser: Browser;
  readonly sessions: Sessions;
  readonly pulse: OpenPulse;
  readonly students: readonly TrueStudent[];
  /** Who has answered so far; attacks add whom they let answer. */
  readonly answered: Set<TrueStudent>;
  /** Of these, who answered with a phone: what it sealed is not what `ballots` says. */
  readonly phones: Set<TrueStudent>;
  /** The first, in the order in which they came. */
  readonly oneByOne: readonly TrueStudent[];
  /** Everything that disk and database held while the pulse was open, and after its seal. */
  readonly dumps: { open?: Dump; sealed?: Dump };
  /** What the server wrote into its log while ballots were cast. */
  readonly castLog: string;
  readonly post: ReturnType<typeof poster>["post"];
  /** What the database keeps of a slip's code, in hexadecimal: the attacker has the machine's secrets too. */
  readonly hashOf: (seatCode: string) => string;
}

/** Starts everything and lets the first students answer, one by one. */
export async function openBattlefield(browser: Browser): Promise<Battlefield> {
  const instance = await startInstance({ demo: true });
  const pepper = storedSecrets(instance.dataDir).seatPepper;
  const size = { classes: CLASSES, students: STUDENTS, demographics: DEMOGRAPHICS };
  const pulse = await openPulse(instance, size);
  const students = await makeStudents(instance, pulse);
  const { post } = poster(instance.url, CONNECTIONS);
  // An ordinary class: its room fills while attacks watch. They come in another order than their slips lie in: a
  // table that keeps the order of the slips would else seem to keep that of the students.
  const room = students.filter(({ classAt }) => classAt === CLASSES - 1).slice(0, ONE_BY_ONE);
  const oneByOne = shuffled(room, (length) => new Uint8Array(randomBytes(length)));
  const before = instance.output().length;
  for (const student of oneByOne) await answer(post, student);
  return {
    instance,
    browser,
    sessions: new Sessions(instance, browser),
    pulse,
    students,
    answered: new Set(oneByOne),
    phones: new Set(),
    oneByOne,
    dumps: {},
    castLog: instance.output().slice(before),
    post,
    hashOf: (seatCode) => hashSeatCode(seatCode, Buffer.from(pepper, "utf8")),
  };
}

/** One student's whole way, as a phone takes it. */
export async function answer(post: Battlefield["post"], student: TrueStudent): Promise<void> {
  for (const step of stepsOf(post, student)) await step();
}

/** The requests of one student, in their order. */
export function stepsOf(
  post: Battlefield["post"],
  student: TrueStudent,
): readonly (() => Promise<void>)[] {
  const collect = () => post("/api/ballots/collect", "application/json", collectBody(student));
  const casts = student.ballots.map(
    ({ record }) =>
      () =>
        post("/api/ballots/cast", "application/octet-stream", record),
  );
  return [collect, ...casts];
}

/** Lets all others answer who will, takes the dump of the open pulse, closes it and waits for the seal. */
export async function sealBattlefield(field: Battlefield): Promise<void> {
  const willing = field.students.filter(
    (student) =>
      !field.answered.has(student) && student.at < (ANSWER_OF.get(student.classAt) ?? STUDENTS),
  );
  await runOver(willing, CONNECTIONS, async (student) => {
    await answer(field.post, student);
    field.answered.add(student);
  });
  field.dumps.open = await dumpEverything(field.instance);
  const { waveId } = field.pulse;
  // As the clock does when the time is over; the office's button is tested in the journeys.
  await ownerRows(field.instance, "UPDATE waves SET closes_at = now() WHERE id = $1", [waveId]);
  const deadline = Date.now() + SEALED_WITHIN_MS;
  for (;;) {
    const text = "SELECT state FROM waves WHERE id = $1";
    const [row] = await ownerRows<{ state: string }>(field.instance, text, [waveId]);
    if (row?.state === "sealed") break;
    if (Date.now() > deadline) {
      throw new Error(`the pulse was not sealed in time:\n${field.instance.output().slice(-2000)}`);
    }
    await sleep(500);
  }
  field.dumps.sealed = await dumpEverything(field.instance);
}

/** The release of a wave as the database holds it. */
export async function releaseOf(
  instance: Instance,
  waveId: string,
): Promise<{ hash: string; body: unknown }> {
  const text = "SELECT hash, body FROM releases WHERE wave_id = $1";
  const [row] = await ownerRows<{ hash: string; body: unknown }>(instance, text, [waveId]);
  if (row === undefined) throw new Error("the wave has no release");
  return row;
}
