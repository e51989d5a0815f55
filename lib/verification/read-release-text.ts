import { hashWithoutHash } from "@/lib/verification/canonical-text";
import { type Finding, findingOf } from "@/lib/verification/finding";
import { releaseFile, type ReleaseFile } from "@/lib/verification/release-file";

export type ReadRelease =
  | { readonly ok: true; readonly release: ReleaseFile }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Shape and hash of a release that was parsed from `text`. The hash is taken of what the file says, before
 * the schema touches it.
 */
export function readRelease(text: string, parsed: unknown): ReadRelease {
  const read = releaseFile.safeParse(parsed);
  if (!read.success) {
    const issue = read.error.issues[0];
    const where = issue === undefined ? "" : issue.path.map(String).join(".");
    const message = `${where === "" ? "the file" : where}: ${issue?.message ?? "has another shape"}`;
    return { ok: false, finding: findingOf("shape", message, groupAt(parsed, issue?.path)) };
  }
  // The schema would leave such a member out of what is checked, though it stands in the file and its hash.
  if (hasPrototypeName(parsed))
    return { ok: false, finding: findingOf("shape", "a member is called __proto__") };
  // A name given twice lets two readers see two files: only the last one was parsed and hashed here.
  if (namesInText(text) !== namesIn(parsed))
    return { ok: false, finding: findingOf("shape", "a name stands twice in one object") };
  const hash = hashOf(parsed);
  if (hash === null)
    return { ok: false, finding: findingOf("shape", "a text holds half a character") };
  if (hash !== read.data.hash) {
    const message = `the file says ${read.data.hash.slice(0, 12)}…, its content gives ${hash.slice(0, 12)}…`;
    return { ok: false, finding: findingOf("hash", message) };
  }
  return { ok: true, release: read.data };
}

/** Null for text that has no UTF-8 form, which the standard does not let anybody hash. */
function hashOf(parsed: unknown): string | null {
  try {
    return hashWithoutHash({ ...(parsed as Readonly<Record<string, unknown>>) });
  } catch {
    return null;
  }
}

function hasPrototypeName(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasPrototypeName);
}

/** The id of the group that a path of the schema leads into, if it has one. */
function groupAt(parsed: unknown, path: readonly PropertyKey[] | undefined): string | null {
  if (path?.[0] !== "groups" || typeof path[1] !== "number") return null;
  const groups: unknown = (parsed as { groups?: unknown }).groups;
  const group: unknown = Array.isArray(groups) ? groups[path[1]] : null;
  if (typeof group !== "object" || group === null || !("id" in group)) return null;
  return typeof group.id === "string" ? group.id : null;
}

/** Names of members in a JSON text, repeated ones too: strings that a colon follows. */
function namesInText(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    if (colon !== undefined) names += 1;
  }
  return names;
}

function namesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, each) => sum + namesIn(each), own);
}
