import type { LeavingReason, ParsedFile } from "@/lib/roster/parsed";
import type { SkipCode, SkippedRow } from "@/lib/roster/report";

export interface Identified {
  id: string;
}

/** One kind of record after an import: what is there, and why the rest is not. */
export interface ResolvedKind<T extends Identified> {
  known: Map<string, T>;
  gone: Map<string, LeavingReason>;
  /** Lines of the records that came with this import. */
  lines: Map<string, number>;
}

export type Verdict<T> =
  | { keep: T }
  | { leaves: LeavingReason }
  | { skip: { column: string; code: SkipCode; reason: string } };

/**
 * Merges a file into the current records. Full list: what is missing leaves, unless its row was
 * skipped (a typing error must not remove anyone) or a skipped row could not be told apart. Changes
 * or no file: everything else stays. `judge` checks a record against the other kinds; `line` is
 * null for a record that was there before.
 */
export function resolveKind<T extends Identified>(
  current: readonly T[],
  parsed: ParsedFile<T>,
  skipped: SkippedRow[],
  judge: (record: T, line: number | null) => Verdict<T>,
): ResolvedKind<T> {
  const known = new Map<string, T>();
  const lines = new Map<string, number>();
  const gone = new Map(parsed.leaving);
  const held = new Set(parsed.heldIds);
  for (const { line, record } of parsed.rows) {
    const verdict = judge(record, line);
    if ("keep" in verdict) {
      known.set(record.id, verdict.keep);
      lines.set(record.id, line);
    } else if ("leaves" in verdict) {
      gone.set(record.id, verdict.leaves);
    } else {
      skipped.push({ file: parsed.file, line, ...verdict.skip });
      held.add(record.id);
    }
  }
  const keepMissing = parsed.mode !== "bulk" || parsed.unidentified > 0;
  for (const record of current) {
    if (known.has(record.id) || gone.has(record.id)) continue;
    if (!keepMissing && !held.has(record.id)) {
      gone.set(record.id, "missingFromFile");
      continue;
    }
    const verdict = judge(record, null);
    if ("keep" in verdict) known.set(record.id, verdict.keep);
    else gone.set(record.id, "leaves" in verdict ? verdict.leaves : "dependsOnLeaving");
  }
  return { known, gone, lines };
}

/** Where a reference leads: to a record, to one that leaves, or nowhere. */
export function lookUp<T extends Identified>(
  kind: ResolvedKind<T>,
  id: string,
): "known" | "gone" | "unknown" {
  if (kind.known.has(id)) return "known";
  // Missing from a full list is no departure that a row could follow: the row names nobody.
  const reason = kind.gone.get(id);
  return reason === undefined || reason === "missingFromFile" ? "unknown" : "gone";
}
