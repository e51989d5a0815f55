import type { ReleaseItem } from "@/lib/disclosure/items";
import { FLOOR_POLICY, type Policy, raisePolicy } from "@/lib/disclosure/policy";
import { listOption, numberOption, oneFile, textOption } from "../arguments";
import { UsageError } from "../bad-input";
import type { CommandArguments } from "../command";
import { type AnswerScale, FARTHEST_CODE } from "./answer-codes";

/** The command line of `disclose`, checked as far as it can be without its files. */
export interface DiscloseOptions {
  readonly file: string;
  readonly roster: string | null;
  /** Group columns, as ordered by the person. */
  readonly groups: readonly string[];
  readonly items: readonly string[];
  /** Codes, ascending. */
  readonly favourable: readonly number[];
  /** Null: favourable answers are all that is published. */
  readonly unfavourable: readonly number[] | null;
  readonly scale: AnswerScale;
  /** How many of the first groups are the hierarchy, or null to find out. */
  readonly hierarchy: number | null;
  readonly policy: Policy;
}

/** Throws `UsageError`. */
export function discloseOptions(args: CommandArguments): DiscloseOptions {
  const file = oneFile(args);
  const roster = textOption(args, "roster");
  if (file === "-" && roster === "-")
    throw new UsageError("Standard input is one file: responses or --roster.");
  const groups = namesOption(args, "groups");
  const items = namesOption(args, "items");
  const both = items.filter((name) => groups.includes(name));
  if (both.length > 0) throw new UsageError(`${both.join(", ")}: in --groups and in --items.`);
  requireUsableNames(groups, items);
  const favourable = codesOption(args, "favourable");
  if (favourable === null)
    throw new UsageError("Say which codes are favourable: --favourable 4,5.");
  const unfavourable = codesOption(args, "unfavourable");
  const twice = favourable.filter((code) => unfavourable?.includes(code) === true);
  if (twice.length > 0)
    throw new UsageError(`--favourable and --unfavourable both name ${twice.join(", ")}.`);
  return {
    file,
    roster,
    groups,
    items,
    favourable,
    unfavourable,
    scale: scaleOf(args, [...favourable, ...(unfavourable ?? [])]),
    hierarchy: hierarchyOf(args, groups.length),
    policy: policyOf(args, unfavourable !== null),
  };
}

/** The items of the plan: every question with the same codes. */
export function releaseItems(options: DiscloseOptions): ReleaseItem[] {
  const { items, favourable, unfavourable } = options;
  return items.map((id) => ({
    kind: "question",
    id,
    favourable,
    unfavourable: unfavourable ?? [],
  }));
}

function namesOption(args: CommandArguments, name: "groups" | "items"): readonly string[] {
  const names = listOption(args, name);
  if (names === null) throw new UsageError(`Name the ${name}: --${name} a,b,c.`);
  const entries = (textOption(args, name) ?? "").split(",").map((entry) => entry.trim());
  const twice = entries.find((entry, at) => entries.indexOf(entry) !== at);
  if (twice !== undefined) throw new UsageError(`--${name} names ${twice} twice.`);
  return names;
}

/** Ids of groups are built from column names with these characters (docs/release-format.md). */
const BREAKS_IDS = /[/:&=%]/;
const LONGEST_GROUP = 60;
const LONGEST_ITEM = 200;

function requireUsableNames(groups: readonly string[], items: readonly string[]): void {
  const odd = groups.find((name) => BREAKS_IDS.test(name) || name.length > LONGEST_GROUP);
  if (odd !== undefined)
    throw new UsageError(
      `--groups ${odd}: rename the column; its groups' ids leave no room for / : & = % or more than ${LONGEST_GROUP} characters.`,
    );
  const long = items.find((name) => name.length > LONGEST_ITEM);
  if (long !== undefined)
    throw new UsageError(`--items: a name is longer than ${LONGEST_ITEM} characters.`);
  if ([...groups, ...items].includes("__proto__"))
    throw new UsageError("A column called __proto__ cannot be published; rename it.");
}

function codesOption(args: CommandArguments, name: string): number[] | null {
  const texts = listOption(args, name);
  if (texts === null) return null;
  const codes = texts.map(Number);
  if (codes.some((code) => !Number.isInteger(code) || Math.abs(code) > FARTHEST_CODE))
    throw new UsageError(
      `--${name} needs whole numbers with commas between them, not "${texts.join(",")}".`,
    );
  return [...new Set(codes)].sort((a, b) => a - b);
}

function scaleOf(args: CommandArguments, codes: readonly number[]): AnswerScale {
  const [min, max] = [numberOption(args, "min"), numberOption(args, "max")];
  for (const end of [min, max])
    if (end !== null && (!Number.isInteger(end) || Math.abs(end) > FARTHEST_CODE))
      throw new UsageError(
        `--min and --max are whole numbers from ${-FARTHEST_CODE} to ${FARTHEST_CODE}.`,
      );
  const scale = {
    min: min ?? Math.min(1, ...codes),
    max: max ?? Math.max(5, ...codes),
    minGiven: min !== null,
    maxGiven: max !== null,
  };
  if (scale.min >= scale.max) throw new UsageError("--min must be below --max.");
  const stray = codes.find((code) => code < scale.min || code > scale.max);
  if (stray !== undefined)
    throw new UsageError(`Code ${stray} is outside the scale, ${scale.min} to ${scale.max}.`);
  return scale;
}

function hierarchyOf(args: CommandArguments, groups: number): number | null {
  const count = numberOption(args, "hierarchy");
  if (count !== null && !(Number.isInteger(count) && count >= 1 && count <= groups))
    throw new UsageError(`--hierarchy is how many of the ${groups} groups nest, from 1 up.`);
  return count;
}

/** Without unfavourable codes no group is large enough for three buckets: the plan's hash covers that too. */
function policyOf(args: CommandArguments, threeBuckets: boolean): Policy {
  const k = numberOption(args, "k") ?? FLOOR_POLICY.k;
  const raised = raisePolicy({
    k,
    ...(threeBuckets ? {} : { threeBucketsFrom: Number.MAX_SAFE_INTEGER }),
  });
  if (!raised.ok) throw new UsageError(`--k ${k}: ${raised.message}.`);
  return raised.policy;
}
