import { GroupedScores } from "@/lib/psychometrics/grouped-scores";
import { PairwiseMoments } from "@/lib/psychometrics/pairwise-moments";
import { alphaOfItems, reliability } from "@/lib/psychometrics/reliability";
import { flag, listOption, numberOption, oneFile, textOption } from "../arguments";
import { refuseFile, UsageError } from "../bad-input";
import type { Command, CommandArguments } from "../command";
import { openTable } from "../read-csv";
import { reliabilityReport } from "../reliability-report";
import { readResponses, type ResponseColumns } from "../responses";
import { locateColumns } from "../table-columns";

const HELP = `Usage: hearth reliability RESPONSES.csv [options]

How well a scale measures, from one row a respondent and one column an item. An empty
cell or NA is no answer; items that were dealt out by form are read as they are.

  --items a,b        the items; otherwise every column that is not named like an id,
                     a group or a time (class, rid, form, date, ...)
  --reverse a,b      items that are worded the other way round
  --min 1 --max 5    ends of the scale: an answer outside is an error
  --group column     group (a class, say) for ICC1 and ICC2
  --json             on one line

Prints { n, k, alpha, standardizedAlpha, omega, sem, items: [{ item, n, itemRest,
alphaIfDropped }], icc1, icc2, icc1N0, icc2N0, groups, alphaWithoutReversed, ... }.
Reversed items share a way of being worded: alphaWithoutReversed leaves them out. ICC1 takes the mean
group size, icc1N0 takes n0. sem is in points of the mean of the items. A figure that
cannot be made is null and "reasons" says why.
`;

/** Columns that are no items unless --items says so. */
const NOT_ITEMS =
  /^(id|rid|uid|.*[ _-]id|.*sourcedid|respondent|student|pupil|person|name|class|classroom|group|section|school|district|grade|year|term|wave|form|version|row|weight|date|time|timestamp)$/i;

export const reliabilityCommand: Command = {
  help: HELP,
  options: {
    items: { type: "string" },
    reverse: { type: "string" },
    min: { type: "string" },
    max: { type: "string" },
    group: { type: "string" },
  },
  run: async (args, { out, note }) => {
    const asked = listOption(args, "items");
    const reversed = listOption(args, "reverse") ?? [];
    const group = textOption(args, "group");
    const range = rangeOf(args);
    const table = await openTable(oneFile(args));
    const items = asked ?? table.headers.filter((h) => h !== group && !NOT_ITEMS.test(h));
    if (items.length === 0) refuseFile(table.file, "has no column that looks like an item", 1);
    const at = locateColumns(table, [...items, ...reversed, ...(group === null ? [] : [group])]);
    const stray = reversed.filter((name) => !items.includes(name));
    if (stray.length > 0)
      throw new UsageError(`--reverse names ${stray.join(", ")}, not among the items.`);
    if (asked === null) remarkOnItems(table.headers, items, note);

    const columns: ResponseColumns = {
      items: items.map((name) => ({ name, at: at[name] ?? -1, reverse: reversed.includes(name) })),
      group: group === null ? null : { at: at[group] ?? -1 },
      ...range,
    };
    const moments = new PairwiseMoments(items.length);
    const scores = group === null ? null : new GroupedScores();
    let [n, ungrouped] = [0, 0];
    for await (const responses of readResponses(table, columns)) {
      for (const { answers, group: groupName } of responses) {
        if (answers.some((answer) => !Number.isNaN(answer))) n += 1;
        moments.add(answers);
        if (scores === null) continue;
        if (groupName === "") ungrouped += 1;
        else scores.add(answers, groupName);
      }
    }
    if (n === 0) refuseFile(table.file, "holds no answer in any item");
    const found = reliability(moments, items);
    const groups = scores?.groups((item) => moments.mean(item) ?? 0) ?? null;
    const forward = [...items.keys()].filter((at) => !reversed.includes(items[at] ?? ""));
    const alphaWithoutReversed = reversed.length > 0 ? alphaOfItems(moments, forward) : null;
    const report = reliabilityReport({
      ...{ n, ungrouped, found, moments, groups, alphaWithoutReversed },
      reversed: reversed.length,
    });
    if (flag(args, "json")) out.json(report);
    else out.write(`${JSON.stringify(report, null, 2)}\n`);
  },
};

function rangeOf(args: CommandArguments): { min: number | null; max: number | null } {
  const [min, max] = [numberOption(args, "min"), numberOption(args, "max")];
  if (min !== null && max !== null && min >= max)
    throw new UsageError("--min must be below --max.");
  return { min, max };
}

/** Which columns were taken is a guess, and a guess is said aloud. */
function remarkOnItems(
  headers: readonly string[],
  items: readonly string[],
  note: (text: string) => void,
): void {
  const out = headers.filter((header) => !items.includes(header));
  const left = out.length > 0 ? ` Left out: ${out.join(", ")}.` : "";
  note(`Items: ${items.join(", ")}.${left} --items says otherwise.`);
}
