import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { messageOf } from "@/lib/data/setup/connect";
import { SetupError } from "@/lib/data/setup/setup-error";

import { missingTexts } from "@/lib/i18n/missing-texts";

import { buildStudentFiles } from "./student-build";
import { runProcess } from "./web-process";

const SOURCES = ["app", "components", "lib", "pages", "public", "student", "prisma/schema.prisma"];
const CONFIGURATION =
  /^(package-lock\.json|instrumentation.*\.ts|proxy\.ts|middleware\.ts|(next|postcss|tailwind)\.config\..*)$/;
const NOT_BUILT = /\.(test|itest)\.tsx?$|(^|\/)testdata$/;
const STAMP = "hearth-build";

/**
 * Builds the pages when anything they are made of has changed since the build in `distDir`.
 *
 * @param distDir relative to the root, such as `.next`
 * @returns whether a build was made
 * @throws SetupError with the compiler's output when it fails
 */
export async function ensureProductionBuild(
  root: string,
  distDir: string,
  note: (line: string) => void,
): Promise<boolean> {
  const wanted = sourceHash(root);
  const stamp = join(root, distDir, STAMP);
  const built = () => existsSync(join(root, distDir, "BUILD_ID"));
  if (built() && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  const missing = missingTexts();
  if (missing.length > 0) {
    throw new SetupError(`Texts are missing:\n${missing.slice(0, 20).join("\n")}`);
  }
  note("Building the pages (about a minute, once) …");
  const { ok, output } = await runProcess({
    root,
    args: [join(root, "node_modules/next/dist/bin/next"), "build"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      // Building needs no database, and what is built must not depend on one.
      DATABASE_URL: "",
    },
  });
  if (!ok || !built()) throw new SetupError(`The pages could not be built:\n${output}`);
  try {
    await buildStudentFiles(root, distDir);
  } catch (error) {
    throw new SetupError(`The student's page could not be built:\n${messageOf(error)}`);
  }
  writeFileSync(stamp, wanted);
  return true;
}

function sourceHash(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  };
  for (const name of readdirSync(root).sort()) if (CONFIGURATION.test(name)) add(name);
  for (const source of SOURCES) {
    for (const path of filesBelow(root, source)) add(path);
  }
  return hash.digest("hex");
}

function filesBelow(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || NOT_BUILT.test(path)) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
