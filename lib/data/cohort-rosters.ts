import { webPool } from "./client";

/** Which classes a cohort is made of: of these schools, of this grade, of this list; nothing given: all. */
export interface ClassScope {
  readonly schoolIds?: readonly string[];
  readonly grade?: string;
  readonly classIds?: readonly string[];
}

/** A class in a wave. */
export interface AskedClass {
  readonly waveId: string;
  readonly classId: string;
  readonly schoolId: string;
  readonly seats: number;
  /** People ids; null where the class has the same roster in every wave asked for. */
  readonly roster: readonly string[] | null;
}

/** All classes of a scope in one wave: Σs and Σs² of their seats s. */
export interface AskedSeats {
  readonly waveId: string;
  readonly seats: number;
  readonly squares: number;
}

interface StoredRow extends Omit<AskedClass, "waveId" | "classId" | "schoolId"> {
  /** Null: the same in all of them. */
  readonly waveId: string | null;
  readonly classId: string | null;
  readonly schoolId: string | null;
  readonly squares: number;
}

/**
 * Who was asked, of a cohort's classes in some waves. Rosters come only of classes that are not in all of the waves
 * with the same students: most classes do not change in a term, and a district's rosters of a year are a million
 * ids. Whether they are the same is decided by a 64-bit hash in the database.
 * @param query.all classes that did not change too, without their rosters.
 */
export async function listAskedClasses(query: {
  readonly waveIds: readonly string[];
  readonly scope: ClassScope;
  readonly all: boolean;
}): Promise<{ classes: AskedClass[]; seats: AskedSeats[] }> {
  const { waveIds, scope, all } = query;
  const { rows } = await webPool().query<StoredRow>(
    // A cohort's classes are held without their rosters, which would not fit into memory.
    `WITH own AS MATERIALIZED (
       SELECT m.id, m.wave_id, m.class_id, c.school_id, m.roster_size,
              hash_array_extended(m.roster, 0) AS print
       FROM margins m JOIN classes c ON c.id = m.class_id
       WHERE m.wave_id = ANY($1::uuid[]) AND ($2::text[] IS NULL OR c.school_id = ANY($2))
         AND ($3::text IS NULL OR (cardinality(c.grades) > 0 AND c.grades <@ ARRAY[$3]))
         AND ($4::text[] IS NULL OR m.class_id = ANY($4))
     ), told AS (
       SELECT class_id, count(*) < $5 OR min(print) <> max(print) AS moved FROM own GROUP BY class_id
     )
     SELECT own.wave_id AS "waveId", class_id AS "classId", school_id AS "schoolId", own.roster_size AS seats,
            m.roster, 0 AS squares
     FROM own JOIN told USING (class_id) JOIN margins m USING (id, class_id) WHERE moved
     UNION ALL
     SELECT NULL, class_id, min(school_id), min(roster_size), NULL, 0
     FROM own JOIN told USING (class_id) WHERE NOT moved AND $6 GROUP BY class_id
     UNION ALL
     SELECT wave_id, NULL, NULL, sum(roster_size)::int, NULL, sum(roster_size ^ 2)::int
     FROM own GROUP BY wave_id`,
    [
      waveIds,
      scope.schoolIds ?? null,
      scope.grade ?? null,
      scope.classIds ?? null,
      waveIds.length,
      all,
    ],
  );
  const classes: AskedClass[] = [];
  const seats: AskedSeats[] = [];
  for (const { waveId, classId, schoolId, squares, ...row } of rows) {
    if (classId === null || schoolId === null) {
      if (waveId !== null) seats.push({ waveId, seats: row.seats, squares });
    } else if (waveId !== null) classes.push({ ...row, waveId, classId, schoolId });
    // It comes as one row: a class that did not change is in every wave.
    else for (const each of waveIds) classes.push({ ...row, waveId: each, classId, schoolId });
  }
  return { classes, seats };
}
