import loadHighs from "highs";
import { type Verdict, verifyRelease } from "@/lib/verification/verify-release";
import { flag, oneFile } from "../arguments";
import type { Command } from "../command";
import { readJson } from "../read-json";

const HELP = `Usage: hearth verify-release RELEASE.json [--json]

Checks a release (docs/release-format.md) with code that the compiler does not share:
shape, hash, policy, structure, visibility, bands, and whether anything certain about
a student, or a count, can be worked out from all of its figures together. RELEASE.json
may be - for standard input. Ends with exit code 0 if the release is sound, 1 if not.

  --json                     one object: ok, failure, checked, notes

Prints what was checked, and the first thing that is wrong: FAILED: and the group and
the question in words. It cannot tell whether the counts behind the bands were true.
`;

export const verifyReleaseCommand: Command = {
  help: HELP,
  options: {},
  run: async (args, { out, note }) => {
    const { file, text, value } = await readJson(oneFile(args));
    const verdict = verifyRelease(text, value, await loadHighs());
    for (const each of verdict.notes) note(each);
    if (flag(args, "json")) out.json(verdict);
    else out.write(inWords(file, verdict));
    // A file that is not sound is a result, not a mistake in reading it: it is printed as one.
    if (!verdict.ok) process.exitCode = 1;
  },
};

function inWords(file: string, { failure, checked }: Verdict): string {
  const { checks, groups, shown, questions, targets, programs, solver } = checked;
  const lines = [`${file}: checked ${checks.join(", ")}`];
  if (groups > 0) lines.push(`groups: ${groups}, of which ${shown} shown; questions: ${questions}`);
  if (targets > 0)
    lines.push(`joint attack: ${targets} targets, ${programs} programs solved with ${solver}`);
  lines.push(
    failure === null
      ? "SOUND: no student's answer and no count can be worked out from this file"
      : `FAILED: ${failure.message} (${failure.check})`,
  );
  return `${lines.join("\n")}\n`;
}
