import type { CompileProgress } from "@/lib/disclosure/compile-input";
import type { Release } from "@/lib/disclosure/release-schema";
import { flag, textOption } from "../arguments";
import type { Command } from "../command";
import {
  refuseBlanks,
  refuseClassAsDemographic,
  refuseEmptyColumns,
  refuseUnknownGroups,
  refuseUnusableIds,
} from "../disclose/check-groups";
import { compileSurvey } from "../disclose/compile-survey";
import { groupPaths } from "../disclose/group-paths";
import { findNesting, forceNesting } from "../disclose/nesting";
import { discloseOptions, type DiscloseOptions, releaseItems } from "../disclose/options";
import { planSurvey, type SurveyGroups } from "../disclose/plan-survey";
import { readRoster, type Roster } from "../disclose/read-roster";
import { readSurvey, type Survey } from "../disclose/read-survey";
import { summaryOf, summaryText, understood } from "../disclose/summary";
import { openTable } from "../read-csv";
import { placeToWrite, writeWholeFile } from "../write-whole-file";

const HELP = `Usage: hearth disclose RESPONSES.csv --groups a,b,c --items q1,q2 --favourable 4,5 [options]

Answers of a survey that was run elsewhere, one row a respondent, to a release: audited
bands, through the same compiler as a wave. An answer that is blank or NA was skipped:
the respondent counts as neither favourable nor unfavourable.

  --groups a,b,c        columns that say who answered, coarsest first. Those that nest
                        (each class lies in one grade, each grade in one school) form
                        the hierarchy; any other, such as gender, is a demographic.
                        A blank is an error in the hierarchy, else "not recorded"
  --hierarchy N         the first N of them are the hierarchy, whatever is in the rows
  --items q1,q2         columns with answers, as whole numbers
  --favourable 4,5      codes that count as favourable
  --unfavourable 1,2    codes that count against: groups of 30 and more are then shown
                        with unfavourable, neutral and favourable apart
  --min 1 --max 5       ends of the scale: a code outside is an error. Without them, from
                        1 to 5, or as far as the codes above go
  --roster ROSTER.csv   one row a student with the same group columns, demographics or
                        not. Without it, whoever answered is the roster
  --k N                 respondents in a shown group, at least: 10 or more
  --out release.json    where to write the release; otherwise to standard output
  --json                one object with what was done, in the place of the release

docs/release-format.md describes the release.
`;

export const discloseCommand: Command = {
  help: HELP,
  options: {
    groups: { type: "string" },
    hierarchy: { type: "string" },
    items: { type: "string" },
    favourable: { type: "string" },
    unfavourable: { type: "string" },
    min: { type: "string" },
    max: { type: "string" },
    roster: { type: "string" },
    k: { type: "string" },
    out: { type: "string" },
  },
  run: async (args, { out, note }) => {
    const options = discloseOptions(args);
    const target = textOption(args, "out");
    const read = [options.file, ...(options.roster === null ? [] : [options.roster])];
    const place = target === null ? null : await placeToWrite(target, read);
    const { groups, answers, file } = await readAll(options);
    const { columns, nesting } = groups;
    const understanding = {
      hierarchy: nesting.hierarchy.map((at) => columns[at] ?? ""),
      demographics: nesting.demographics.map((at) => columns[at] ?? ""),
    };
    note(understood(understanding));
    const { min, max } = options.scale;
    note(`Answers: ${min} to ${max}, favourable ${options.favourable.join(", ")}.`);
    if (groups.roster?.demographics === false && nesting.demographics.length > 0)
      note("The roster lacks a demographic: sizes of demographics come from the responses.");

    const plan = planSurvey(groups, releaseItems(options), options.policy);
    refuseUnusableIds(plan, file);
    const release = await compileSurvey(plan, groups, answers, progressOnTerminal());
    const crowded = release.groups.filter(({ n, participation }) => n > participation.seats);
    if (crowded.length > 0) note(crowdedWords(crowded));
    const text = `${JSON.stringify(release, null, 2)}\n`;
    if (place !== null) await writeWholeFile(place, text);
    const summary = summaryOf(release, { out: target, rows: answers.rows, ...understanding });
    if (flag(args, "json")) out.json(summary);
    else out.write(place === null ? text : summaryText(summary));
  },
};

/** A roster that is not the survey's, or rows that stand twice: the release is sound, and hides more than it must. */
function crowdedWords(groups: Release["groups"]): string {
  const named = groups
    .slice(0, 3)
    .map(({ id, n, participation: { seats } }) => `${id} (${n} of ${seats})`);
  const more = groups.length > 3 ? ` and ${groups.length - 3} more` : "";
  return `More respondents than students on the roster: ${named.join(", ")}${more}. Is it the right roster, and is each respondent one row?`;
}

/** Both files, and the groups in them. Throws `BadInput` for all that is wrong with either. */
async function readAll(options: DiscloseOptions) {
  const columns = options.groups;
  const table = await openTable(options.file);
  const survey = await readSurvey(table, options, options.scale);
  const responses = { file: table.file, ...survey.groups };
  refuseEmptyColumns(responses, columns);
  const { nesting, roster } = await nestingOf(options, survey);
  refuseBlanks(responses, columns, nesting);
  if (roster !== null) {
    refuseBlanks(roster, columns, nesting);
    refuseUnknownGroups(responses, roster, columns, nesting);
  }
  refuseClassAsDemographic(roster ?? responses, columns, nesting);
  const groups: SurveyGroups = {
    columns,
    nesting,
    pathOf: groupPaths(columns, nesting, (roster ?? responses).combinations),
    responses: responses.combinations,
    roster:
      roster === null
        ? null
        : {
            cells: roster.combinations,
            demographics: nesting.demographics.every((at) => roster.has[at] === true),
          },
  };
  return { groups, answers: survey.answers, file: table.file };
}

/** With a roster, what nests there: a mistyped class among the responses must not change the hierarchy. */
async function nestingOf({ groups, hierarchy, roster: path }: DiscloseOptions, survey: Survey) {
  const forced = hierarchy === null ? null : forceNesting(groups, hierarchy);
  const nesting = forced ?? findNesting(groups, survey.groups.combinations);
  if (path === null) return { nesting, roster: null };
  const required = nesting.hierarchy.map((at) => groups[at] ?? "");
  const roster: Roster = await readRoster(await openTable(path), groups, required);
  return { nesting: forced ?? findNesting(groups, roster.combinations, roster.has), roster };
}

/** A line that counts up, for a person who waits; nothing where standard error is a file. */
function progressOnTerminal(): ((progress: CompileProgress) => void) | null {
  const { stderr } = process;
  if (!stderr.isTTY) return null;
  return ({ done, of }) => {
    stderr.write(done < of ? `\r${done} of ${of}` : "\r\u001B[K");
  };
}
