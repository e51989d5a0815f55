import { unzipSync } from "fflate";
import { classifyName, isSystemClutter, isUnsafePath } from "@/lib/roster/file-names";
import type { RosterProblem } from "@/lib/roster/report";

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** `maxTotalBytes`: of all entries together once unpacked, by the zip's own account. */
export interface ArchiveLimits {
  maxTotalBytes: number;
  maxEntries: number;
}

/** What no roster reaches. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxTotalBytes: 400 * 1024 * 1024,
  maxEntries: 1000,
};

type UnzipResult = { ok: true; entries: NamedBytes[] } | { ok: false; problem: RosterProblem };

/** "PK" followed by a local file header or, for an empty zip, the end record. */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

function isRosterFile(path: string): boolean {
  return classifyName(path).kind === "roster";
}

/**
 * Unpacks the roster files of a zip (or those `wanted` instead), at its root or inside one top
 * folder. Sizes and names are checked from the directory before anything is inflated, and fflate
 * inflates into a buffer of the declared size, so a bomb that lies about its size cannot grow
 * either. Files that are not read come back with no bytes, so that they can be named in the report
 * without having been opened.
 */
export function unzipSafely(
  zip: NamedBytes,
  limits: ArchiveLimits,
  wanted: (path: string) => boolean = isRosterFile,
): UnzipResult {
  const names = new Set<string>();
  let total = 0;
  let seen = 0;
  let refusal: RosterProblem | null = null;
  const refuse = (code: RosterProblem["code"], file: string, message: string): false => {
    refusal ??= { code, file, message };
    return false;
  };
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(zip.bytes, {
      filter: (entry) => {
        if (refusal) return false;
        seen += 1;
        if (seen > limits.maxEntries) {
          return refuse(
            "tooManyEntries",
            zip.name,
            `The zip holds more than ${String(limits.maxEntries)} files; a roster has about ten.`,
          );
        }
        if (isUnsafePath(entry.name)) {
          return refuse(
            "unsafePath",
            zip.name,
            `The zip holds a file named “${entry.name}”, which points outside the zip. Nothing was read.`,
          );
        }
        if (isSystemClutter(entry.name) || entry.name.endsWith("/")) return false;
        total += Math.max(entry.size, entry.originalSize);
        if (total > limits.maxTotalBytes) {
          return refuse(
            "zipTooLarge",
            zip.name,
            `The zip unpacks to more than ${String(Math.floor(limits.maxTotalBytes / 1024 / 1024))} MB, far more than a roster. Nothing was read.`,
          );
        }
        if (names.has(entry.name)) {
          return refuse("duplicateFile", zip.name, `The zip holds “${entry.name}” twice.`);
        }
        names.add(entry.name);
        return wanted(entry.name);
      },
    });
  } catch {
    return {
      ok: false,
      problem: {
        code: "damagedZip",
        file: zip.name,
        message:
          "The zip could not be unpacked. It may be damaged, cut off in transfer or protected by a password.",
      },
    };
  }
  // Assigned inside the callback, which the compiler cannot see.
  const refused = refusal as RosterProblem | null;
  if (refused) return { ok: false, problem: refused };
  const entries = [...names].map((name) => ({ name, bytes: unpacked[name] ?? new Uint8Array() }));
  return checkFolders(zip.name, entries);
}

function checkFolders(zipName: string, entries: NamedBytes[]): UnzipResult {
  const rosterEntries = entries.filter((entry) => isRosterFile(entry.name));
  const folders = new Set(
    rosterEntries.map((entry) => entry.name.slice(0, entry.name.lastIndexOf("/") + 1)),
  );
  const [folder = ""] = folders;
  if (folders.size > 1) {
    return problem(
      "duplicateFile",
      zipName,
      "The zip holds roster files in several folders. Put one set of files at the top of the zip.",
    );
  }
  if (folder.split("/").length > 2) {
    return problem(
      "noRosterFiles",
      zipName,
      `The roster files lie deep inside the zip, in ${folder}. Put them at the top of the zip.`,
    );
  }
  return { ok: true, entries: entries.filter((entry) => entry.name.startsWith(folder)) };
}

function problem(code: RosterProblem["code"], file: string, message: string): UnzipResult {
  return { ok: false, problem: { code, file, message } };
}
