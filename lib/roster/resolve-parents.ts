import type { Identified, ResolvedKind } from "@/lib/roster/resolve-kind";
import type { NoticeBook } from "@/lib/roster/report";

interface Child extends Identified {
  parentId: string | null;
}

/**
 * Removes parents that are not there, and those that lead round in a circle, from the records of
 * this import (a circle always has one of them in it: the roster before had none).
 */
export function resolveParents<T extends Child>(
  file: string,
  kind: ResolvedKind<T>,
  book: NoticeBook,
): void {
  const circular = new Set([...kind.lines.keys()].filter((id) => leadsBack(kind, id)));
  for (const [id, record] of kind.known) {
    if (record.parentId === null) continue;
    const line = kind.lines.get(id) ?? null;
    if (circular.has(id)) {
      book.note(
        "parentCircle",
        file,
        line,
        "A parentSourcedId that leads round in a circle was left out.",
      );
    } else if (kind.known.has(record.parentId)) {
      continue;
    } else if (line !== null) {
      book.note(
        "parentUnknown",
        file,
        line,
        `A parentSourcedId names a record that is not in ${file}; it was left out.`,
      );
    }
    kind.known.set(id, { ...record, parentId: null });
  }
}

function leadsBack<T extends Child>(kind: ResolvedKind<T>, start: string): boolean {
  const seen = new Set<string>();
  let at = kind.known.get(start)?.parentId ?? null;
  while (at !== null && !seen.has(at)) {
    if (at === start) return true;
    seen.add(at);
    at = kind.known.get(at)?.parentId ?? null;
  }
  return false;
}
