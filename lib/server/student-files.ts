import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What `scripts/server/student-build.ts` leaves beside the pages. */
const listing = z.object({
  /** File names by what they are. */
  style: z.string(),
  script: z.string(),
  scripts: z.array(z.string()),
  worker: z.string(),
});

const FOLDER = "student";

function folder(): string {
  return join(process.cwd(), process.env["NEXT_DIST_DIR"] ?? ".next", FOLDER);
}

interface Files {
  readonly style: string;
  readonly script: string;
  readonly scripts: readonly string[];
  readonly read: (name: string) => { readonly plain: Buffer; readonly gzip: Buffer } | null;
}

let files: Files | null = null;

/** The built files of the student's pages: read once, except while developing. */
export function studentFiles(): Files {
  if (files !== null && process.env.NODE_ENV === "production") return files;
  const at = folder();
  const found = listing.parse(JSON.parse(readFileSync(join(at, "files.json"), "utf8")));
  const served = new Map(
    [...found.scripts, found.worker].map((name) => [
      name,
      { plain: readFileSync(join(at, name)), gzip: readFileSync(join(at, `${name}.gz`)) },
    ]),
  );
  files = {
    style: readFileSync(join(at, found.style), "utf8"),
    script: addressOf(found.script),
    scripts: found.scripts.map(addressOf),
    // Only what the build lists: a name that a request brings is looked up, never joined to a path.
    read: (name) => served.get(name) ?? null,
  };
  return files;
}

function addressOf(name: string): string {
  return `/s/files/${name}`;
}
