import { can } from "@/lib/access/can";
import { listFlags } from "@/lib/data/flags";
import { listImportRuns } from "@/lib/data/imports";
import type { DigestFacts } from "@/lib/digest/facts";
import { countAsked } from "../adults/list-asked";
import type { ServiceContext } from "../context";
import { onlySeen } from "../flags/seen-flags";
import { ownScope } from "../insight/own-scope";
import { listWaves, type WaveSummary } from "../waves/list-waves";
import { localDate } from "../waves/local-date";
import { readWave } from "../waves/read-wave";

const DAY_MS = 86_400_000;
/** Attendance that is a week old is worth a word. */
const LATE_DAYS = 7;

/**
 * What somebody's week comes to, read with their own eyes: the context's actor is the one who gets the mail, and every
 * fact comes from what their pages show.
 * @param since when the mail of last week was due
 */
export async function collectFacts(
  context: ServiceContext,
  since: Date,
  zone: string,
): Promise<DigestFacts> {
  const [flags, waves, attendanceDays, requests] = await Promise.all([
    countFlags(context, since),
    listWaves(context),
    attendanceAge(context, zone),
    countAsked(context, localDate(context.now, zone)),
  ]);
  const own = waves.ok ? waves.value : [];
  const until = new Date(context.now.getTime() + 7 * DAY_MS);
  return {
    flags,
    opening: own
      .filter(({ state, opensAt }) => state === "planned" && opensAt < until)
      .map((wave) => ({ ...named(wave), opensAt: wave.opensAt })),
    open: await openWaves(context, own),
    sealed: own
      .filter(({ sealedOn }) => sealedOn !== null && dayOf(sealedOn) >= localDate(since, zone))
      .map(named),
    attendanceDays,
    requests,
  };
}

/** Teacher first, as on every page: a flag that its teacher alone sees yet is in nobody else's count. */
async function countFlags(context: ServiceContext, since: Date): Promise<DigestFacts["flags"]> {
  const { actor } = context;
  if (actor.kind !== "staff") return { fresh: 0, waiting: 0 };
  const open = (await listFlags(ownScope(actor))).filter(
    (flag) => can(actor, "flag.read", flag).allowed,
  );
  const seen = await onlySeen(context, open);
  const before = await onlySeen(
    { actor, now: since },
    seen.filter(({ raisedAt }) => raisedAt < since),
  );
  return {
    fresh: seen.length - before.length,
    waiting: seen.filter(({ state }) => state === "new").length,
  };
}

async function openWaves(
  context: ServiceContext,
  waves: readonly WaveSummary[],
): Promise<DigestFacts["open"]> {
  const open: DigestFacts["open"][number][] = [];
  for (const wave of waves.filter(({ state }) => state === "open")) {
    const view = await readWave(context, wave.id);
    if (!view.ok) continue;
    const { classes } = view.value;
    open.push({
      ...named(wave),
      closesAt: wave.closesAt,
      collectedFloor: classes.reduce((sum, row) => sum + (row.collectedFloor ?? 0), 0),
      seats: classes.reduce((sum, row) => sum + (row.rosterSize ?? 0), 0),
    });
  }
  return open;
}

/** Only for those who can import it: others can do nothing about it. */
async function attendanceAge({ actor, now }: ServiceContext, zone: string): Promise<number | null> {
  if (!can(actor, "attendance.import", undefined).allowed) return null;
  const [last] = await listImportRuns({ kinds: ["attendance"], state: "applied", limit: 1 });
  const at = last?.appliedAt;
  if (at === undefined || at === null) return null;
  const days = (Date.parse(localDate(now, zone)) - Date.parse(localDate(at, zone))) / DAY_MS;
  return days < LATE_DAYS ? null : days;
}

function named({ id, title, timeZone }: WaveSummary) {
  return { title, timeZone, path: `/waves/${id}` };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
