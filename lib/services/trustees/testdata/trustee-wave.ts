import type { StaffActor } from "@/lib/access/actor";
import { listTrustees } from "@/lib/data/trustees";
import { closeWave } from "@/lib/services/waves/close-wave";
import { openWave } from "@/lib/services/waves/open-wave";
import { scheduleWave } from "@/lib/services/waves/schedule-wave";
import { fillBox, type Ballots } from "@/lib/services/waves/testdata/closed-wave";
import { contextAt, staff, type WaveSchool } from "@/lib/services/waves/testdata/wave-school";
import { confirmShare } from "../confirm-share";
import { showShare } from "../show-share";
import { takeShare } from "../take-share";

const idOf = (number: number) => `00000000-0000-4000-8000-0000000000a${String(number)}`;

/** Four colleagues with an account: three trustees, of every role, and one who is none. */
export const TRUSTEES: readonly StaffActor[] = [
  staff("district-administrator", { accountId: idOf(1), name: "Ada" }),
  staff("school-administrator", { accountId: idOf(2), name: "Grace", schoolIds: ["S2"] }),
  staff("teacher", { accountId: idOf(3), name: "Alan" }),
];
export const BYSTANDER = staff("district-administrator", { accountId: idOf(4), name: "Eve" });
export const TRUSTEE_IDS = TRUSTEES.map(({ accountId }) => accountId);

/** Inserts their accounts. */
export async function addColleagues(school: WaveSchool): Promise<void> {
  for (const { accountId, name, role } of [...TRUSTEES, BYSTANDER]) {
    await school.asOwner(
      `INSERT INTO accounts (id, email, name, password_hash, role, school_ids, created_at)
       VALUES ($1, $2, $3, 'x', $4, '{}', now())`,
      [accountId, `${name.toLowerCase()}@example.org`, name, role],
    );
  }
}

/** A wave with trustees for these classes, one week from `opens`; planned. */
export async function plannedTrusteeWave(
  classIds: readonly string[],
  opens: Date,
): Promise<string> {
  const closes = new Date(opens.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  const scheduled = await scheduleWave(contextAt(opens), {
    title: "Shared pulse",
    scope: { kind: "classes", ids: classIds },
    opens: "now",
    closes: { date: closes, time: "12:00" },
    trustees: TRUSTEE_IDS,
  });
  if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
  return scheduled.value.waveId;
}

/** Lets each trustee take their share; the codes, in the order of the trustees. */
export async function takeAll(waveId: string, now: Date): Promise<string[]> {
  const codes: string[] = [];
  for (const actor of TRUSTEES) {
    const shown = await showShare(contextAt(now, actor), waveId);
    if (!shown.ok) throw new Error(shown.code);
    const taken = await takeShare(contextAt(now, actor), { waveId, code: shown.value.code });
    if (!taken.ok) throw new Error(taken.code);
    codes.push(shown.value.code);
  }
  return codes;
}

/** A wave whose trustees hold its key, open and filled. */
export async function openTrusteeWave(
  ballots: Ballots,
  opens: Date,
): Promise<{ waveId: string; codes: string[] }> {
  const waveId = await plannedTrusteeWave(Object.keys(ballots), opens);
  const codes = await takeAll(waveId, opens);
  const opened = await openWave(contextAt(opens), waveId);
  if (!opened.ok) throw new Error(opened.code);
  await fillBox(waveId, ballots);
  return { waveId, codes };
}

/** The same, closed five days later. */
export async function closedTrusteeWave(
  ballots: Ballots,
  opens: Date,
): Promise<{ waveId: string; codes: string[]; now: Date }> {
  const { waveId, codes } = await openTrusteeWave(ballots, opens);
  const now = new Date(opens.getTime() + 5 * 86_400_000);
  const closed = await closeWave(contextAt(now), waveId);
  if (!closed.ok) throw new Error(closed.code);
  return { waveId, codes, now };
}

/** One trustee, 0 to 2, gives a code back. */
export function confirm(waveId: string, trustee: number, code: string | undefined, now: Date) {
  return confirmShare(contextAt(now, TRUSTEES[trustee]), { waveId, code: code ?? "" });
}

/** What each trustee has done, as letters: n nothing, t taken, c given back. */
export async function marksOf(waveId: string): Promise<string> {
  return (await listTrustees(waveId))
    .map(({ taken, confirmed }) => (confirmed ? "c" : taken ? "t" : "n"))
    .join("");
}
