import { nameFromHeader, readCategory } from "@/lib/roster/demographics/dimension";
import {
  isExtension,
  isOneRosterDemographics,
  oneRosterColumns,
  RACE_COLUMNS,
  raceOrEthnicity,
  readFlag,
  SEX,
  sexCategory,
} from "@/lib/roster/demographics/one-roster";

/** Where a demographic comes from: a column as it is, or what OneRoster's columns say together. */
export type DemographicSource =
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "sex" }
  | { readonly kind: "race" };

/** A cell that cannot be used. */
interface BadValue {
  readonly column: string;
  readonly reason: string;
}

/** A student's category from the cells of their row; null: not recorded. */
export type ReadSource = (cells: readonly string[]) => string | null | BadValue;

export interface OfferedSource {
  readonly source: DemographicSource;
  /** What the page calls it. */
  readonly label: string;
  /** A name to begin with. */
  readonly name: string;
  readonly read: ReadSource;
}

/** Names a source in a form: each once in a file. */
export function sourceId(source: DemographicSource): string {
  return source.kind === "column" ? `column:${source.column}` : source.kind;
}

/** A source from its id in a form, or null. */
export function sourceFromId(id: string): DemographicSource | null {
  if (id === "sex" || id === "race") return { kind: id };
  return id.startsWith("column:") && id.length > 7 ? { kind: "column", column: id.slice(7) } : null;
}

/**
 * What a file with this header offers. Of OneRoster's file sex, race or ethnicity and the columns a system added
 * (`metadata.…`), never a birth date or a place; of any other every column that has a name of its own.
 */
export function offeredSources(headers: readonly string[]): OfferedSource[] {
  const alone = headers
    .map((header, at) => ({ header: header.trim(), at }))
    .filter(({ header, at }, _index, all) =>
      all.every((other) => other.at === at || other.header !== header),
    )
    .filter(({ header }) => header !== "");
  if (!isOneRosterDemographics(headers)) return alone.map(({ header, at }) => column(header, at));
  const found = oneRosterColumns(headers);
  const sexAt = found.get(SEX);
  return [
    ...(sexAt === undefined ? [] : [sex(sexAt)]),
    ...(RACE_COLUMNS.some((name) => found.has(name)) ? [race(found)] : []),
    ...alone
      .filter(({ header }) => isExtension(header))
      .map(({ header, at }) => column(header, at)),
  ];
}

function column(header: string, at: number): OfferedSource {
  return {
    source: { kind: "column", column: header },
    label: header,
    name: nameFromHeader(header),
    read: (cells) => categoryIn(header, cells[at] ?? ""),
  };
}

function sex(at: number): OfferedSource {
  return {
    source: { kind: "sex" },
    label: "Sex",
    name: "sex",
    read: (cells) => categoryIn(SEX, sexCategory(cells[at] ?? "")),
  };
}

function race(found: ReadonlyMap<string, number>): OfferedSource {
  return {
    source: { kind: "race" },
    label: "Race or ethnicity, one category a student as in federal reports",
    name: "race or ethnicity",
    read: (cells) => {
      const said = new Map<string, boolean>();
      for (const name of RACE_COLUMNS) {
        const at = found.get(name);
        const flag = at === undefined ? null : readFlag(cells[at] ?? "");
        if (flag === undefined) return { column: name, reason: "is neither true nor false" };
        said.set(name, flag === true);
      }
      return raceOrEthnicity((name) => said.get(name) === true);
    },
  };
}

function categoryIn(header: string, cell: string): string | null | BadValue {
  const read = readCategory(cell);
  return read.ok ? read.category : { column: header, reason: read.reason };
}
