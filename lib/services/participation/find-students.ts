import { can } from "@/lib/access/can";
import { listSchools } from "@/lib/data/classes";
import { findStudents, type StudentRow } from "@/lib/data/participation";
import { failure, type Result, success } from "@/lib/result";
import type { Choice } from "@/lib/waves/consent";
import type { ServiceContext } from "../context";
import { gradeWords } from "../insight/grade-words";
import { ownScope } from "../insight/own-scope";

/** Students listed at once; a district has 20,000. */
export const MOST_FOUND = 50;
const SHORTEST = 2;
const MOST_WORDS = 6;

export interface FoundStudent {
  readonly id: string;
  readonly name: string;
  /** Grade and schools, to tell two of one name apart. */
  readonly where: string;
  readonly choice: Choice | null;
}

export interface FoundStudents {
  readonly students: readonly FoundStudent[];
  /** There are more than are listed. */
  readonly more: boolean;
}

/** Students of the actor's schools by name or number; without a name those with a choice. */
export async function findStudentsByName(
  context: ServiceContext,
  query: { readonly name: string; readonly choice: Choice | null },
): Promise<Result<FoundStudents, "forbidden" | "invalid">> {
  const { actor } = context;
  if (!can(actor, "participation.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const words = query.name.trim().split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  if (query.choice === null && words.join("").length < SHORTEST) {
    return failure("invalid", { fields: { name: "Type at least two letters." } });
  }
  const { schoolIds } = ownScope(actor);
  const [rows, schools] = await Promise.all([
    findStudents({
      words,
      limit: MOST_FOUND + 1,
      ...(schoolIds === undefined ? {} : { schoolIds }),
      ...(query.choice === null ? {} : { choice: query.choice }),
    }),
    listSchools(),
  ]);
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  return success({
    students: rows.slice(0, MOST_FOUND).map((row) => ({
      ...{ id: row.id, name: row.name, choice: row.choice },
      where: whereWords(row, names),
    })),
    more: rows.length > MOST_FOUND,
  });
}

function whereWords(row: StudentRow, names: ReadonlyMap<string, string>): string {
  const schools = row.schoolIds.flatMap((id) => names.get(id) ?? []);
  return [...(row.grades.length === 0 ? [] : [gradeWords(row.grades)]), ...schools].join(", ");
}
