import {
  type BandUnit,
  type ClassBand,
  type LowClasses,
  lowClasses,
} from "@/lib/psychometrics/low-classes";
import { MINIMUM_CLASSES } from "@/lib/psychometrics/shrinkage";
import { choiceOption, flag, numberOption, oneFile } from "../arguments";
import { Problems, refuseFile, UsageError } from "../bad-input";
import type { Command, CommandArguments } from "../command";
import { csvCell, csvNumber, type Output } from "../output";
import { type CsvTable, openTable } from "../read-csv";
import { countOf, locateColumns, notA, numberOf, wholeRow } from "../table-columns";

const HELP = `Usage: hearth low-belonging BANDS.csv [options]

Which classes are likely among the lowest tenth. BANDS.csv (or -) holds
class,n,lo,hi: of n answers, the class's figure lies between lo and hi.

  --unit count|share|score  lo and hi count favourable answers of n, are shares 0 to 1
                            or mean scores; told from the numbers when not given
  --sd S                    scores: standard deviation of students within a class
                            (a fifth of the scale when not given, and said so)
  --min 1 --max 5           scores: ends of the scale
  --term-pooled             the bands pool a term's waves (two or more): allows "act"
  --json                    { result, mu, tau, cut, unit, classes: [...] }

Prints class,mean,sd,pLow,tier in the order of the file. With fewer than ${MINIMUM_CLASSES} classes,
or where classes differ no more than by chance, no class is told apart: the tier is
too-few-classes or no-differences and the numbers are empty.
`;

const RESULTS = {
  "too-few-classes": `Differences between classes are shown from ${MINIMUM_CLASSES} classes up.`,
  "no-differences": "The classes differ no more than chance alone would make them differ.",
} as const;
/** Within classes of the reference survey a score's SD is .795 on a scale of 4 points from end to end. */
const USUAL_SD = 1 / 5;

interface NamedBand extends ClassBand {
  readonly name: string;
  readonly line: number;
}

export const lowBelongingCommand: Command = {
  help: HELP,
  options: {
    unit: { type: "string" },
    sd: { type: "string" },
    min: { type: "string" },
    max: { type: "string" },
    "term-pooled": { type: "boolean" },
  },
  run: async (args, { out, note }) => {
    const asked = choiceOption(args, "unit", ["count", "share", "score"]);
    const scale = scaleOf(args);
    const table = await openTable(oneFile(args));
    const bands = await readBands(table);
    const kind = asked ?? likelyKind(bands);
    checkRange(table.file, bands, kind, scale);
    if (asked === null) note(`lo and hi are read as ${WORDS[kind]}; --unit says otherwise.`);
    if (kind === "score" && !scale.sdGiven)
      note(`Students within a class are taken to have an SD of ${scale.sd}; --sd says otherwise.`);
    const unit: BandUnit = kind === "score" ? { kind, sigma: scale.sd } : { kind };
    const result = lowClasses(bands, unit, flag(args, "term-pooled"));
    if (!result.ok) note(RESULTS[result.code]);
    if (flag(args, "json")) writeJson(out, bands, kind, result);
    else writeCsv(out, bands, result);
  },
};

const WORDS = {
  count: "counts of favourable answers out of n",
  share: "shares of favourable answers",
  score: "mean scores",
} as const;

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly sd: number;
  readonly sdGiven: boolean;
}

function scaleOf(args: CommandArguments): Scale {
  const min = numberOption(args, "min") ?? 1;
  const max = numberOption(args, "max") ?? 5;
  if (min >= max) throw new UsageError("--min must be below --max.");
  const sd = numberOption(args, "sd");
  if (sd !== null && !(sd > 0)) throw new UsageError("--sd must be above 0.");
  return { min, max, sd: sd ?? (max - min) * USUAL_SD, sdGiven: sd !== null };
}

async function readBands(table: CsvTable): Promise<NamedBand[]> {
  const at = locateColumns(table, ["class", "n", "lo", "hi"]);
  const problems = new Problems(table.file);
  const lines = new Map<string, number>();
  const bands: NamedBand[] = [];
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const cell = (column: number): string => (cells[column] ?? "").trim();
      const name = cell(at.class);
      const [n, lo, hi] = [countOf(cell(at.n)), numberOf(cell(at.lo)), numberOf(cell(at.hi))];
      const before = lines.get(name);
      lines.set(name, row.line);
      if (name === "") problems.add(row.line, "class", "is empty");
      else if (before !== undefined)
        problems.add(row.line, "class", `class ${name} is already on line ${before}`);
      else if (n === null || n === 0)
        problems.add(row.line, "n", notA(cell(at.n), "a whole number from 1 up"));
      else if (lo === null) problems.add(row.line, "lo", notA(cell(at.lo), "a number"));
      else if (hi === null) problems.add(row.line, "hi", notA(cell(at.hi), "a number"));
      else if (lo > hi) problems.add(row.line, "lo", `${lo} is above hi, ${hi}`);
      else bands.push({ name, line: row.line, n, lo, hi });
    }
  }
  problems.throwIfAny();
  if (bands.length === 0) refuseFile(table.file, "has no rows below its header");
  return bands;
}

function likelyKind(bands: readonly NamedBand[]): BandUnit["kind"] {
  const whole = bands.every((b) => Number.isInteger(b.lo) && Number.isInteger(b.hi) && b.hi <= b.n);
  if (whole) return "count";
  return bands.every(({ lo, hi }) => lo >= 0 && hi <= 1) ? "share" : "score";
}

function checkRange(
  file: string,
  bands: readonly NamedBand[],
  kind: BandUnit["kind"],
  scale: Scale,
): void {
  const problems = new Problems(file);
  for (const { line, n, lo, hi } of bands) {
    const least = kind === "score" ? scale.min : 0;
    const most = kind === "score" ? scale.max : kind === "count" ? n : 1;
    if (lo < least) problems.add(line, "lo", `${lo} is below ${least}`);
    if (hi > most) problems.add(line, "hi", `${hi} is above ${most}`);
    if (kind === "count" && !Number.isInteger(lo)) problems.add(line, "lo", `${lo} is no count`);
    if (kind === "count" && !Number.isInteger(hi)) problems.add(line, "hi", `${hi} is no count`);
  }
  problems.throwIfAny();
}

function writeCsv(out: Output, bands: readonly NamedBand[], result: LowClasses): void {
  out.write("class,mean,sd,pLow,tier\n");
  for (const [at, { name }] of bands.entries()) {
    const found = result.ok ? result.classes[at] : undefined;
    const numbers = [found?.mean, found?.sd, found?.pLow].map((x) => csvNumber(x ?? null));
    const tier = result.ok ? (found?.tier ?? "none") : result.code;
    out.write(`${csvCell(name)},${numbers.join(",")},${tier}\n`);
  }
}

function writeJson(
  out: Output,
  bands: readonly NamedBand[],
  unit: BandUnit["kind"],
  result: LowClasses,
): void {
  const { mu, tau, cut } = result.ok ? result : { mu: null, tau: null, cut: null };
  const classes = bands.map(({ name }, at) => {
    const found = result.ok ? result.classes[at] : undefined;
    const { mean, sd, pLow, tier } = found ?? { mean: null, sd: null, pLow: null, tier: null };
    return { class: name, mean, sd, pLow, tier };
  });
  const reason = result.ok ? null : RESULTS[result.code];
  out.json({ result: result.ok ? "ok" : result.code, reason, unit, mu, tau, cut, classes });
}
