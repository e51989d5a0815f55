import type { ColumnMapping } from "@/lib/attendance/column-mapping";
import { failure, type Failure } from "@/lib/result";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";
import { localFile } from "./local-file";
import { type WriteOutcome, writeAttendance } from "./write-attendance";

/**
 * Imports attendance from a file on this machine, without staging: for the demo district and the
 * command line. Without a mapping the file must be in Clever's format. A missing file throws.
 */
export async function applyAttendanceFile(
  context: ServiceContext,
  path: string,
  mapping: ColumnMapping | null = null,
): Promise<WriteOutcome | Failure<"forbidden">> {
  if (importerOf(context.actor, "attendance") === null) return failure("forbidden");
  return writeAttendance(context, await localFile(path), mapping);
}
