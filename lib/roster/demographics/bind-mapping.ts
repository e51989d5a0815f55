import {
  isOneRosterDemographics,
  oneRosterColumns,
  SOURCED_ID,
  STATUS,
} from "@/lib/roster/demographics/one-roster";
import {
  type DemographicSource,
  offeredSources,
  type OfferedSource,
  sourceId,
} from "@/lib/roster/demographics/sources";

/** Which column is the student's number, and what is kept under which name. */
export interface DemographicsMapping {
  readonly student: string;
  readonly take: readonly { readonly source: DemographicSource; readonly name: string }[];
}

export interface BoundMapping {
  readonly studentAt: number;
  readonly width: number;
  readonly take: readonly { readonly name: string; readonly offered: OfferedSource }[];
  /** Rows that OneRoster marks as deleted say nothing about anybody. */
  readonly isDeleted: (cells: readonly string[]) => boolean;
}

/** Finds the mapped columns in a header; problems are sentences, by what they are about. */
export function bindMapping(
  headers: readonly string[],
  mapping: DemographicsMapping,
):
  | { readonly ok: true; readonly bound: BoundMapping }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> } {
  const problems: Record<string, string> = {};
  const names = headers.map((header) => header.trim());
  const studentAt = names.indexOf(mapping.student);
  if (studentAt === -1) problems["student"] = "The file has no such column.";
  else if (names.includes(mapping.student, studentAt + 1)) {
    problems["student"] = "The file has two columns of this name; rename one.";
  }
  const offers = new Map(offeredSources(headers).map((each) => [sourceId(each.source), each]));
  const take = mapping.take.flatMap(({ source, name }) => {
    const id = sourceId(source);
    const offered = offers.get(id);
    if (offered === undefined) problems[`take:${id}`] = "The file has no such column.";
    else if (source.kind === "column" && source.column === mapping.student) {
      problems[`take:${id}`] = "This is the student’s number.";
    } else return [{ name, offered }];
    return [];
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    bound: { studentAt, width: headers.length, take, isDeleted: deletion(headers) },
  };
}

function deletion(headers: readonly string[]): (cells: readonly string[]) => boolean {
  const at = isOneRosterDemographics(headers) ? oneRosterColumns(headers).get(STATUS) : undefined;
  return (cells) => at !== undefined && /^(tobedeleted|inactive)$/iu.test((cells[at] ?? "").trim());
}

/** The column of the student's number that OneRoster names, or null. */
export function oneRosterStudent(headers: readonly string[]): string | null {
  if (!isOneRosterDemographics(headers)) return null;
  const at = oneRosterColumns(headers).get(SOURCED_ID);
  return at === undefined ? null : (headers[at]?.trim() ?? null);
}
