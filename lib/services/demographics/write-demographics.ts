import { inTransaction } from "@/lib/data/client";
import { replaceDimensions } from "@/lib/data/demographics";
import { lockImports } from "@/lib/data/imports";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import type { DemographicsReading } from "@/lib/roster/demographics/read-demographics";
import type { ServiceContext } from "../context";
import { finishImport } from "../imports/finish-import";
import type { ImportSource } from "../imports/import-source";
import { readAgainstRoster } from "./read-staged";

/** What an applied import did; kept with the run. Names and numbers, nothing about a student. */
export interface DemographicsSummary {
  readonly dimensions: readonly {
    readonly name: string;
    readonly students: number;
    readonly categories: number;
  }[];
  readonly unknownStudents: number;
  readonly skipped: number;
}

export type DemographicsOutcome =
  | { readonly ok: true; readonly summary: DemographicsSummary }
  | Extract<DemographicsReading, { ok: false }>
  | { readonly ok: false; readonly problems: null };

/**
 * Reads the file once more under the import lock and puts its demographics in the place of those of the same
 * names, with the audit event, in one transaction. `problems` null: no row can be used. The caller has authorised.
 */
export async function writeDemographics(
  context: ServiceContext,
  source: ImportSource & { readonly open: () => AsyncIterable<Uint8Array> },
  mapping: DemographicsMapping,
): Promise<DemographicsOutcome> {
  return inTransaction(
    async (tx) => {
      await lockImports(tx);
      const reading = await readAgainstRoster(source.open(), mapping, tx);
      if (!reading.ok) return reading;
      const { report, categories } = reading;
      if (categories.length === 0) return { ok: false, problems: null };
      const names = report.dimensions.map(({ name }) => name);
      await replaceDimensions(tx, names, categories);
      const summary = {
        dimensions: report.dimensions.map((row) => ({
          ...{ name: row.name, students: row.students, categories: row.categories.length },
        })),
        unknownStudents: report.unknown.students,
        skipped: report.skipped.length,
      };
      await finishImport(tx, context, {
        kind: "demographics",
        source,
        summary,
        detail: {
          demographics: names.join(", "),
          students: report.found,
          studentsNotOnTheRoster: summary.unknownStudents,
          cellsSkipped: summary.skipped,
        },
      });
      return { ok: true, summary };
    },
    { timeoutMs: 5 * 60_000 },
  );
}
