import type { ListedTerm } from "@/lib/attendance/term-weeks";
import type { Tx } from "./client";

/** Terms and semesters of the roster. Years are no terms, and grading periods are parts of one. */
export async function listTerms(tx: Tx): Promise<ListedTerm[]> {
  return tx.$queryRaw`
    SELECT start_date::text AS "startDate", end_date::text AS "endDate"
    FROM academic_sessions WHERE active AND type IN ('term', 'semester')`;
}
