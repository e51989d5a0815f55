import type { BelongingEvidence } from "@/lib/flags/evidence";
import { poolWaves } from "@/lib/insight/pool-waves";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import type { ClassAnswers } from "@/lib/simulation/class-answers";
import { releasedBelonging } from "@/lib/simulation/read-answers";

/**
 * What a term's pulses so far say about each class, as `belongingEvidence` of the services makes it from releases: the
 * newest pulse, and with two or more the term pooled. Everybody answers.
 * @param pulses oldest first; each holds every class.
 * @returns by class; `undefined` where the district shows no differences between classes.
 */
export function pulseEvidence(
  pulses: readonly (readonly ClassAnswers[])[],
  observedAt: Date,
): (BelongingEvidence | undefined)[] {
  const figures = pulses.map((pulse) => pulse.map(releasedBelonging));
  const newest = figures.at(-1) ?? [];
  const latest = summariseClasses(
    newest.map((belonging, at) => ({ classId: String(at), belonging })),
  );
  const pooled = summariseClasses(
    newest.flatMap((_, at) => {
      const waves = figures.flatMap((pulse) => pulse[at] ?? []);
      const belonging = poolWaves(waves);
      return belonging === undefined ? [] : [{ classId: String(at), belonging }];
    }),
  );
  return newest.map((belonging, at) => {
    const summary = latest.ok ? latest.classes[at] : undefined;
    if (summary === undefined) return undefined;
    const term = pulses.length > 1 && pooled.ok ? pooled.classes[at] : undefined;
    return {
      evidenceId: `pulse-${pulses.length}`,
      observedAt,
      n: belonging.n,
      seats: belonging.n,
      band: belonging.band,
      interval: belonging.interval,
      pLow: summary.pLow,
      inDiscoverySet: summary.inDiscoverySet,
      ...(term === undefined ? {} : { term: { pLow: term.pLow, waves: pulses.length } }),
    };
  });
}
