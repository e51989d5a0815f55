import { failure, type Result, success } from "@/lib/result";
import type { RosterProblem } from "@/lib/roster/report";
import { sha256Hex } from "@/lib/sha256";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";
import type { NamedFile } from "./compare-roster";
import { type RosterSummary, writeRoster } from "./write-roster";

/**
 * Imports a roster from files at hand (one zip, or loose CSV files), without staging: for the demo
 * district and the command line. A file that cannot be used is returned as problems, and nothing changes.
 */
export async function applyRosterFiles(
  context: ServiceContext,
  files: readonly NamedFile[],
  options: { confirmLeaving?: boolean } = {},
): Promise<
  | Result<RosterSummary, "forbidden" | "confirm-leaving">
  | { readonly ok: false; readonly code: "problems"; readonly problems: readonly RosterProblem[] }
> {
  if (importerOf(context.actor, "roster") === null) return failure("forbidden");
  const source = {
    runId: null,
    fileName: files.length === 1 ? (files[0]?.name ?? "roster") : `${files.length} roster files`,
    sha256: sha256Hex(files.map((file) => `${file.name}:${sha256Hex(file.bytes)}`).join("\n")),
    bytes: files.reduce((sum, file) => sum + file.bytes.byteLength, 0),
  };
  const outcome = await writeRoster(context, source, files, options.confirmLeaving ?? false);
  if (outcome.ok) return success(outcome.summary);
  return outcome.code === "problems" ? outcome : failure(outcome.code);
}
