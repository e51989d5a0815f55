import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

import tailwind from "@tailwindcss/postcss";
import { build, type BuildOptions } from "esbuild";
import postcss from "postcss";

/** Browsers of Chromebooks that get no updates any more (Chrome 92 and later), and of telephones as old. */
const TARGET = ["chrome92", "safari15", "firefox91"];

/**
 * Makes what students' browsers run and see: a script with React and the flow, a part with the cryptography that comes
 * while the student reads, a worker, and one style. Apart from Next, whose own scripts alone would be as large again
 * (docs/decisions/0028).
 *
 * @param distDir relative to the root; the files go into `student` in it
 * @throws with the compiler's messages
 */
export async function buildStudentFiles(root: string, distDir: string): Promise<void> {
  const out = join(root, distDir, "student");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const shared: BuildOptions = {
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    minify: true,
    write: true,
    format: "esm",
    target: TARGET,
    tsconfig: join(root, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    charset: "utf8",
    metafile: true,
    logLevel: "silent",
  };
  const pages = await build({
    ...shared,
    entryPoints: ["student/start.tsx"],
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  await build({ ...shared, entryPoints: ["student/worker.ts"], format: "iife" });
  const scripts = Object.keys(pages.metafile?.outputs ?? {}).map((path) => basename(path));
  const script = scripts.find((name) => name.startsWith("start-"));
  if (script === undefined) throw new Error("the student's script was not made");
  const style = await buildStyle(root, out);
  const worker = "worker.js";
  for (const name of [...scripts, worker]) {
    writeFileSync(join(out, `${name}.gz`), gzipSync(readFileSync(join(out, name)), { level: 9 }));
  }
  writeFileSync(join(out, "files.json"), JSON.stringify({ style, script, scripts, worker }));
}

async function buildStyle(root: string, out: string): Promise<string> {
  const from = join(root, "student/student.css");
  const processor = postcss([tailwind({ base: root, optimize: { minify: true } })]);
  const { css } = await processor.process(readFileSync(from, "utf8"), { from });
  const name = `style-${createHash("sha256").update(css).digest("hex").slice(0, 10)}.css`;
  writeFileSync(join(out, name), css);
  return name;
}
