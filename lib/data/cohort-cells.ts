import { webPool } from "./client";

/** How many students of the roster a released group had in a wave. */
export interface GroupSeats {
  readonly waveId: string;
  readonly groupId: string;
  readonly seats: number;
}

/** Which of these groups are in which of these waves' releases, shown or withheld. */
export async function listGroupSeats(query: {
  readonly waveIds: readonly string[];
  readonly groupIds: readonly string[];
}): Promise<GroupSeats[]> {
  const { rows } = await webPool().query<GroupSeats>({
    name: "list-group-seats",
    // One look into the key for each pair, which the limit brings about: as two lists it reads the whole table.
    text: `
      SELECT wave AS "waveId", own AS "groupId", c.seats
      FROM unnest($1::uuid[]) AS wave CROSS JOIN unnest($2::text[]) AS own
      CROSS JOIN LATERAL (
        SELECT roster_size AS seats FROM release_cells
        WHERE wave_id = wave AND group_id = own AND item = '' LIMIT 1
      ) AS c`,
    values: [query.waveIds, query.groupIds],
  });
  return rows;
}

/** A demographic group of a school, or of a grade of it, that some pulse collected. */
export interface CollectedGroup {
  readonly groupId: string;
  readonly schoolId: string;
  /** Null: of the whole school. */
  readonly grade: string | null;
  readonly dimension: string;
  readonly category: string;
}

/** The demographic groups in the releases of some waves, each once. */
export async function listCollectedGroups(waveIds: readonly string[]): Promise<CollectedGroup[]> {
  const { rows } = await webPool().query<CollectedGroup>({
    name: "list-collected-groups",
    // By the margins, which are few: each demographic group has ballots, and so a margin, of its own.
    text: `
      SELECT DISTINCT ON (c.group_id) c.group_id AS "groupId", coalesce(c.school_id, '') AS "schoolId", c.grade,
             c.margin AS dimension, coalesce(c.category, '') AS category
      FROM margins m
      JOIN release_cells c ON c.wave_id = m.wave_id AND c.group_id = m.group_id AND c.item = ''
      WHERE m.wave_id = ANY($1::uuid[]) AND m.class_id IS NULL AND c.margin <> 'class'
      ORDER BY c.group_id`,
    values: [waveIds],
  });
  return rows;
}

/** The grades of the active classes of some schools (null: of all), each school and grade once. */
export async function listSchoolGrades(
  schoolIds: readonly string[] | null,
): Promise<{ schoolId: string; grade: string }[]> {
  const { rows } = await webPool().query<{ schoolId: string; grade: string }>({
    name: "list-school-grades",
    // A class of several grades is in none of them (plan-wave.ts).
    text: `
      SELECT DISTINCT school_id AS "schoolId", grades[1] AS grade FROM classes
      WHERE active AND cardinality(grades) > 0 AND grades <@ grades[1:1]
        AND ($1::text[] IS NULL OR school_id = ANY($1))
      ORDER BY school_id, grade`,
    values: [schoolIds],
  });
  return rows;
}
