import { networkMeasures, type NetworkMeasures } from "@/lib/network/network-measures";
import { flag, numberOption, oneFile } from "../arguments";
import { Problems, refuseFile, UsageError } from "../bad-input";
import type { Command } from "../command";
import { csvNumber } from "../output";
import { type CsvTable, openTable } from "../read-csv";
import { locateColumns, wholeRow } from "../table-columns";

const HELP = `Usage: hearth network EDGES.csv [options]

Density, reciprocity and degree centralisation. EDGES.csv (or -) holds from,to:
one tie a row, of two different members.

  --directed | --undirected  a tie goes one way or holds both ways; when neither is
                             given, a file in which any tie is returned is directed
  --members N                how many members there are, counting those without ties
  --json                     one object

Prints members,ties,directed,density,reciprocity,degreeCentralization,
inDegreeCentralization,outDegreeCentralization. Empty: there is none, such as the
reciprocity of undirected ties.
`;

export const networkCommand: Command = {
  help: HELP,
  options: {
    directed: { type: "boolean" },
    undirected: { type: "boolean" },
    members: { type: "string" },
  },
  run: async (args, { out, note }) => {
    const [directed, undirected] = [flag(args, "directed"), flag(args, "undirected")];
    if (directed && undirected) throw new UsageError("Ties are --directed or --undirected.");
    const asked = numberOption(args, "members");
    if (asked !== null && !(Number.isInteger(asked) && asked > 0))
      throw new UsageError("--members needs a whole number from 1 up.");
    const table = await openTable(oneFile(args));
    const { names, arcs } = await readTies(table);
    const members = asked ?? names.length;
    if (members < names.length)
      refuseFile(table.file, `names ${names.length} members, more than --members ${members}`);
    const returned = [...arcs.values()].some(([from, to]) => arcs.has(arcKey(to, from)));
    const oneWay = directed || (!undirected && returned);
    if (!directed && !undirected)
      note(
        oneWay
          ? "Some ties are given both ways: ties are read as directed; --undirected says otherwise."
          : "No tie is returned: ties are read as undirected; --directed says otherwise.",
      );
    const ties = [...arcs.values()].filter(
      ([from, to]) => oneWay || from < to || !arcs.has(arcKey(to, from)),
    );
    const measures = networkMeasures({
      members,
      directed: oneWay,
      from: ties.map(([from]) => from),
      to: ties.map(([, to]) => to),
    });
    if (flag(args, "json")) out.json(measures);
    else out.write(csvOf(measures));
  },
};

type Arc = readonly [from: number, to: number, line: number];

const arcKey = (from: number, to: number): string => `${from} ${to}`;

async function readTies(
  table: CsvTable,
): Promise<{ names: readonly string[]; arcs: ReadonlyMap<string, Arc> }> {
  const at = locateColumns(table, ["from", "to"]);
  const problems = new Problems(table.file);
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const arcs = new Map<string, Arc>();
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const [from, to] = [(cells[at.from] ?? "").trim(), (cells[at.to] ?? "").trim()];
      if (from === "" || to === "") {
        problems.add(row.line, from === "" ? "from" : "to", "is empty");
        continue;
      }
      if (from === to) {
        problems.add(row.line, "to", `a tie of ${from} to itself`);
        continue;
      }
      const [a, b] = [numberOf(from), numberOf(to)];
      const before = arcs.get(arcKey(a, b));
      if (before) problems.add(row.line, null, `this tie is already on line ${before[2]}`);
      else arcs.set(arcKey(a, b), [a, b, row.line]);
    }
  }
  problems.throwIfAny();
  if (arcs.size === 0) refuseFile(table.file, "has no rows below its header");
  return { names: [...numbers.keys()], arcs };
}

function csvOf(measures: NetworkMeasures): string {
  const cells = Object.values(measures).map((value: number | boolean | null) =>
    typeof value === "boolean" ? String(value) : csvNumber(value),
  );
  return `${Object.keys(measures).join(",")}\n${cells.join(",")}\n`;
}
