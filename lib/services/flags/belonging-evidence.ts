import { listRostersOfWaves } from "@/lib/data/asked-rosters";
import { listClassCells, type ClassCells } from "@/lib/data/releases";
import { listSealedWaves } from "@/lib/data/waves";
import type { BelongingEvidence } from "@/lib/flags/evidence";
import { type GroupBelonging } from "@/lib/insight/class-belonging";
import { poolWaves } from "@/lib/insight/pool-waves";
import { type ClassSummary, summariseClasses } from "@/lib/insight/summarise-classes";
import { isForYoungest } from "@/lib/instruments/instrument";
import { TERM_MS } from "@/lib/insight/term";
import { belongingOf, readSealedWave, type ReadWave } from "../insight/class-figures";
import { comparableHistory, type WaveOfClass } from "../insight/comparable-waves";

interface ClassWave extends WaveOfClass {
  readonly row: ClassCells;
  readonly belonging: GroupBelonging;
}

/**
 * What the sealed waves of this term say about each class that has a figure: its newest wave, and the
 * term pooled. Classes are weighed against all others asked with the same instrument.
 */
export async function belongingEvidence(now: Date): Promise<Map<string, BelongingEvidence>> {
  const sealed = await listSealedWaves({ closedSince: new Date(now.getTime() - TERM_MS) });
  const waves = sealed.map(readSealedWave).filter(({ instrument }) => !isForYoungest(instrument));
  const rows = await listClassCells({ waveIds: waves.map((wave) => wave.id) });
  const byClass = figuresByClass(waves, rows, await listRostersOfWaves(waves.map(({ id }) => id)));
  const latest = summarise(byClass, ([newest]) => newest?.belonging);
  const pooledWaves = new Map(
    [...byClass].map(([id, figures]) => [id, comparableFigures(figures)]),
  );
  const term = summarise(byClass, (_figures, classId) => {
    const figures = pooledWaves.get(classId) ?? [];
    return figures.length < 2 ? undefined : poolWaves(figures);
  });

  const evidence = new Map<string, BelongingEvidence>();
  for (const [classId, figures] of byClass) {
    const [newest] = figures;
    const summary = latest.get(classId);
    if (newest === undefined || summary === undefined) continue;
    const pooled = term.get(classId);
    const { row, wave, belonging } = newest;
    evidence.set(classId, {
      evidenceId: wave.id,
      observedAt: wave.closesAt,
      n: row.n,
      seats: row.rosterSize,
      band: belonging.band,
      interval: belonging.interval,
      pLow: summary.pLow,
      inDiscoverySet: summary.inDiscoverySet,
      ...(pooled === undefined
        ? {}
        : { term: { pLow: pooled.pLow, waves: pooledWaves.get(classId)?.length ?? 0 } }),
    });
  }
  return evidence;
}

/**
 * The waves of a term that may be taken together, newest first: as on the class page, no two of them differ by
 * one to four students. A mean over waves that do would move with those few.
 */
function comparableFigures(figures: readonly ClassWave[]): GroupBelonging[] {
  return comparableHistory(figures).flatMap(({ belonging }) =>
    "midpoint" in belonging ? [belonging] : [],
  );
}

/** Newest first, of one instrument a class: figures of different questions are not pooled. */
function figuresByClass(
  waves: readonly ReadWave[],
  rows: readonly ClassCells[],
  rosters: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
): Map<string, ClassWave[]> {
  const byKey = new Map(rows.map((row) => [`${row.waveId} ${row.classId}`, row]));
  const classIds = new Set(rows.map((row) => row.classId));
  const figures = new Map<string, ClassWave[]>();
  for (const classId of classIds) {
    const own: ClassWave[] = [];
    for (const wave of waves) {
      const row = byKey.get(`${wave.id} ${classId}`);
      if (row === undefined) continue;
      const belonging = belongingOf(row, wave);
      if ("kind" in belonging) continue;
      if (own[0] !== undefined && !sameInstrument(own[0].wave, wave)) continue;
      own.push({ wave, row, belonging, roster: rosters.get(wave.id)?.get(classId) ?? null });
    }
    if (own.length > 0) figures.set(classId, own);
  }
  return figures;
}

function sameInstrument(a: ReadWave, b: ReadWave): boolean {
  return a.instrument.id === b.instrument.id && a.instrument.version === b.instrument.version;
}

/** Empirical Bayes over the classes asked with each instrument; empty where no differences are shown. */
function summarise(
  byClass: ReadonlyMap<string, readonly ClassWave[]>,
  pick: (figures: readonly ClassWave[], classId: string) => GroupBelonging | undefined,
): Map<string, ClassSummary> {
  const groups = new Map<string, { classId: string; belonging: GroupBelonging }[]>();
  for (const [classId, figures] of byClass) {
    const belonging = pick(figures, classId);
    const instrument = figures[0]?.wave.instrument;
    if (belonging === undefined || instrument === undefined) continue;
    const key = `${instrument.id}/${String(instrument.version)}`;
    groups.set(key, [...(groups.get(key) ?? []), { classId, belonging }]);
  }
  const summaries = new Map<string, ClassSummary>();
  for (const classes of groups.values()) {
    const outcome = summariseClasses(classes);
    if (!outcome.ok) continue;
    for (const summary of outcome.classes) summaries.set(summary.classId, summary);
  }
  return summaries;
}
