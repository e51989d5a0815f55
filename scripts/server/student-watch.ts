import { watch } from "node:fs";
import { join } from "node:path";

import { messageOf } from "@/lib/data/setup/connect";

import { buildStudentFiles } from "./student-build";

const SOURCES = ["student", "components/student", "components/ui", "lib/ballots"];
const SETTLED_MS = 150;

/** For `npm run dev`: builds the student's files, and again whenever something they are made of is saved. */
export async function keepStudentFilesFresh(
  root: string,
  distDir: string,
  note: (line: string) => void,
): Promise<void> {
  await buildStudentFiles(root, distDir);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const build = () => {
    buildStudentFiles(root, distDir).catch((error: unknown) => {
      note(`The student's page could not be built:\n${messageOf(error)}`);
    });
  };
  for (const source of SOURCES) {
    watch(join(root, source), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(build, SETTLED_MS);
    }).unref();
  }
}
