import type { Highs } from "highs";
import { attackRelease } from "@/lib/verification/attack/attack-release";
import { checkBands } from "@/lib/verification/check-bands";
import { checkPolicy } from "@/lib/verification/check-policy";
import { checkStructure } from "@/lib/verification/check-structure";
import { checkVisibility } from "@/lib/verification/check-visibility";
import type { CheckName, Finding } from "@/lib/verification/finding";
import { readRelease } from "@/lib/verification/read-release-text";
import { isShown, type ReleaseFile } from "@/lib/verification/release-file";

export type Verdict = {
  readonly ok: boolean;
  readonly failure: Finding | null;
  readonly checked: {
    /** Checks that were passed, and the one that failed. */
    readonly checks: readonly CheckName[];
    readonly groups: number;
    readonly shown: number;
    readonly questions: number;
    /** What the joint attack tried to prove, one by one. */
    readonly targets: number;
    /** Linear and whole-number programs solved for that. */
    readonly programs: number;
    readonly solver: string;
  };
  /** Remarks that fail nothing. */
  readonly notes: readonly string[];
};

const CHECKS: readonly {
  readonly name: CheckName;
  readonly check: (release: ReleaseFile) => Finding | null;
}[] = [
  { name: "policy", check: ({ policy }) => checkPolicy(policy) },
  { name: "structure", check: checkStructure },
  { name: "visibility", check: checkVisibility },
  { name: "bands", check: checkBands },
];

/**
 * Whether a release is sound: written by the rules of docs/release-format.md, and with no answer, and no count,
 * that can be worked out from all of its figures together. Shares no code with the compiler, so that neither
 * can hide the other's mistakes.
 *
 * `text` is the file, `parsed` what JSON.parse makes of it. Stops at the first finding. A `joint-attack` finding
 * is a proof; that there is none means that every target was shown open by an example of whole students, for an
 * attacker who knows the file and not the roster (see `demographicBallots`). Whether the counts behind the
 * bands were true no reader of a file can tell.
 */
export function verifyRelease(text: string, parsed: unknown, highs: Highs): Verdict {
  const solver = `highs ${highs.version.string}`;
  const read = readRelease(text, parsed);
  const passed: CheckName[] = ["shape"];
  if (!read.ok) {
    const checks: CheckName[] = read.finding.check === "hash" ? ["shape", "hash"] : ["shape"];
    const checked = { checks, groups: 0, shown: 0, questions: 0, targets: 0, programs: 0, solver };
    return { ok: false, failure: read.finding, checked, notes: [] };
  }
  passed.push("hash");
  const { release } = read;
  let failure: Finding | null = null;
  for (const { name, check } of CHECKS) {
    if (failure !== null) break;
    passed.push(name);
    failure = check(release);
  }
  const attack = failure === null ? attackRelease(release, highs) : null;
  if (attack !== null) passed.push("joint-attack");
  failure ??= attack?.finding ?? null;
  return {
    ok: failure === null,
    failure,
    checked: {
      checks: passed,
      groups: release.groups.length,
      shown: release.groups.filter(isShown).length,
      questions: release.items.length,
      targets: attack?.targets ?? 0,
      programs: attack?.programs ?? 0,
      solver,
    },
    notes: [...notesOf(release), ...(attack?.notes ?? [])],
  };
}

function notesOf({ audit, groups }: ReleaseFile): readonly string[] {
  const notes: string[] = [];
  if (audit.status === "not-run")
    notes.push(
      "The file says that its compiler ran no joint audit; the attack was run here all the same.",
    );
  if (groups.every(({ margin }) => margin === undefined))
    notes.push(
      "The file is of the old kind, which names no margins: all groups are taken as the hierarchy.",
    );
  return notes;
}
