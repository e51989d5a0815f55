import { type HelpLineRow, listHelpLines } from "@/lib/data/help-lines";

/** The district's lines for students, of all languages: anybody may read them. */
export async function listStudentLines(): Promise<readonly HelpLineRow[]> {
  return listHelpLines();
}
