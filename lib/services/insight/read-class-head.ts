import { can } from "@/lib/access/can";
import { type ClassRow, findClass, listTeacherNames } from "@/lib/data/classes";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { gradeWords } from "./grade-words";

/** What stands above everything about a class, and whether there is anything for this actor at all. */
export interface ClassHead extends ClassRow {
  readonly gradeWords: string;
  readonly teachers: readonly string[];
}

/** A class by name, for its teachers and their administrators: what is known before its results are read. */
export async function readClassHead(
  { actor }: ServiceContext,
  classId: string,
): Promise<Result<ClassHead, "missing">> {
  const found = await findClass(classId);
  if (found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(actor, "class.read", ref).allowed) return failure("missing");
  const teachers = await listTeacherNames([found.id]);
  return success({
    ...found,
    gradeWords: gradeWords(found.grades),
    teachers: teachers.get(found.id) ?? [],
  });
}
