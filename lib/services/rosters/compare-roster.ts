import { diffRoster, type RosterDiff } from "@/lib/roster/diff-roster";
import { parseRoster } from "@/lib/roster/parse-roster";
import { readRosterArchive } from "@/lib/roster/read-archive";
import type { RosterProblem } from "@/lib/roster/report";
import type { RosterSnapshot, RosterVersion } from "@/lib/roster/types";

/** A file as it was given: one zip, or loose CSV files. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Comparison =
  | { readonly ok: true; readonly version: RosterVersion; readonly diff: RosterDiff }
  | { readonly ok: false; readonly problems: readonly RosterProblem[] };

/** Unpacks, parses, validates and compares with the roster as it is. Changes nothing. */
export function compareRoster(
  files: readonly NamedFile[],
  current: RosterSnapshot,
  today: string,
): Comparison {
  const archive = readRosterArchive([...files]);
  if (!archive.ok) return archive;
  const parsed = parseRoster(archive.texts, { today });
  if (!parsed.ok) return parsed;
  const diff = diffRoster(current, parsed.roster);
  const notices = [...archive.notices, ...diff.notices];
  return { ok: true, version: parsed.roster.version, diff: { ...diff, notices } };
}
