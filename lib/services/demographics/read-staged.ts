import { openCsv } from "@/lib/attendance/csv-records";
import { listDimensions, listStudentIds } from "@/lib/data/demographics";
import type { Tx } from "@/lib/data/client";
import { bindMapping, type DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import { MOST_KEPT } from "@/lib/roster/demographics/dimension";
import {
  type DemographicsReading,
  readDemographics,
} from "@/lib/roster/demographics/read-demographics";

type Reading = Exclude<DemographicsReading, { ok: true }> | KeptReading;
type KeptReading = Extract<DemographicsReading, { ok: true }> & {
  /** Demographics of the file that the district holds already: these are replaced. */
  readonly replaced: readonly string[];
};

/**
 * Reads a file of demographics to its end against the roster as it is now. Problems are by field of the form.
 * Writes nothing.
 */
export async function readAgainstRoster(
  source: AsyncIterable<Uint8Array>,
  mapping: DemographicsMapping,
  tx?: Tx,
): Promise<Reading> {
  const kept = (await listDimensions(tx)).map(({ dimension }) => dimension);
  const take = mapping.take.map(({ name, ...from }) => ({ ...from, name: knownAs(name, kept) }));
  const fresh = take.filter(({ name }) => !kept.includes(name));
  if (kept.length + fresh.length > MOST_KEPT) {
    const problem = `Hearth keeps at most ${MOST_KEPT} demographics and holds ${kept.length}: ${kept.join(", ")}. Choose fewer, or delete some first.`;
    return { ok: false, problems: { take: problem } };
  }
  const students = await listStudentIds(tx);
  const csv = await openCsv(source);
  if (!csv.ok) return { ok: false, problems: { take: csv.problems.join(" ") } };
  const bound = bindMapping(csv.headers, { ...mapping, take });
  if (!bound.ok) {
    await csv.close();
    return bound;
  }
  const reading = await readDemographics(csv.rows, bound.bound, mapping.student, students);
  if (!reading.ok) return reading;
  return {
    ...reading,
    replaced: take.flatMap(({ name }) => (kept.includes(name) ? [name] : [])),
  };
}

/** "Gender" is the "gender" that is there: two that differ in case only would be one to everybody. */
function knownAs(name: string, kept: readonly string[]): string {
  return kept.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
}
