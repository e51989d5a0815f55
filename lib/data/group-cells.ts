import { webPool } from "./client";
import type { ClassCells } from "./releases";

/** So many sealed waves are looked back on: older ones are history. */
const WAVES_BACK = 20;

/**
 * For each school the newest sealed wave that asked at least half as many of its students as any of the last 20 did: a
 * teacher's pulse for one class must not stand for the school. Schools narrow; those never asked are not there.
 */
export async function listMainWaves(
  query: { schoolIds?: readonly string[] } = {},
): Promise<{ readonly schoolId: string; readonly waveId: string }[]> {
  const { rows } = await webPool().query<{ schoolId: string; waveId: string }>({
    name: "list-main-waves",
    text: `
      WITH newest AS (
        SELECT w.id, w.closes_at FROM waves w
        WHERE w.state = 'sealed' AND EXISTS (SELECT 1 FROM releases r WHERE r.wave_id = w.id)
        ORDER BY w.closes_at DESC, w.id LIMIT $2
      ), heads AS (
        SELECT o.id AS school_id, n.id AS wave_id, n.closes_at, c.roster_size,
               max(c.roster_size) OVER (PARTITION BY o.id) AS most
        FROM newest n
        CROSS JOIN orgs o
        -- By the whole key: a wave of 2,000 classes has 15,000 cells.
        JOIN release_cells c ON c.wave_id = n.id AND c.group_id = 'school:' || o.id AND c.item = ''
        WHERE o.active AND ($1::text[] IS NULL OR o.id = ANY($1))
      )
      SELECT DISTINCT ON (school_id) school_id AS "schoolId", wave_id AS "waveId"
      FROM heads WHERE 2 * roster_size >= most
      ORDER BY school_id, closes_at DESC, wave_id`,
    values: [query.schoolIds ?? null, WAVES_BACK],
  });
  return rows;
}

/** A group of a release, put together as `listClassCells` puts classes together; `classId` is '' but for classes. */
export interface GroupCells extends ClassCells {
  readonly groupId: string;
  readonly level: string;
  readonly grade: string | null;
}

/** One row a wave and group, of the cells that `which` names. */
async function groupsWhere(
  name: string,
  which: string,
  values: readonly unknown[],
): Promise<GroupCells[]> {
  const { rows } = await webPool().query<GroupCells>({
    name,
    text: `
      SELECT wave_id AS "waveId", group_id AS "groupId", coalesce(class_id, '') AS "classId",
             coalesce(school_id, '') AS "schoolId", level, grade,
             coalesce(n, 0) AS n, roster_size AS "rosterSize", withheld,
             json_build_object('lo', coalesce(participation_lo, 0), 'hi', coalesce(participation_hi, 0))
               AS participation,
             coalesce(json_object_agg(item, json_build_array(lo, hi)) FILTER (WHERE item <> ''), '{}')
               AS cells
      FROM release_cells
      WHERE ${which}
      GROUP BY wave_id, group_id, class_id, school_id, level, grade, n, roster_size, withheld,
               participation_lo, participation_hi
      ORDER BY wave_id, group_id`,
    values: [...values],
  });
  return rows;
}

/** Schools and grades of these schools in one wave. */
export function listSchoolGroups(query: {
  waveId: string;
  levels: readonly ("school" | "grade")[];
  schoolIds: readonly string[];
}): Promise<GroupCells[]> {
  return groupsWhere(
    "list-school-groups",
    "wave_id = $1::uuid AND level = ANY($2) AND school_id = ANY($3)",
    [query.waveId, query.levels, query.schoolIds],
  );
}

/** The same group (a school, or the district) in several waves. */
export function listGroupOverWaves(query: {
  waveIds: readonly string[];
  level: "school" | "district";
  schoolId: string | null;
}): Promise<GroupCells[]> {
  return groupsWhere(
    "list-group-over-waves",
    "wave_id = ANY($1::uuid[]) AND level = $2 AND ($3::text IS NULL OR school_id = $3)",
    [query.waveIds, query.level, query.schoolId],
  );
}

/** Groups by their ids in several waves. */
export function listGroupsById(query: {
  readonly waveIds: readonly string[];
  readonly groupIds: readonly string[];
}): Promise<GroupCells[]> {
  return groupsWhere(
    "list-groups-by-id",
    "wave_id = ANY($1::uuid[]) AND group_id = ANY($2::text[])",
    [query.waveIds, query.groupIds],
  );
}

/**
 * Who was asked, by wave: a digest of the rosters as they were frozen, so that waves with the same students are
 * recognised without reading them, and how many classes they were. Equal digests mean equal rosters.
 */
export async function listRosterDigests(query: {
  waveIds: readonly string[];
  schoolId: string | null;
}): Promise<{ readonly waveId: string; readonly digest: string; readonly classes: number }[]> {
  const { rows } = await webPool().query<{ waveId: string; digest: string; classes: number }>({
    name: "list-roster-digests",
    text: `
      SELECT m.wave_id AS "waveId", count(*)::int AS classes,
             encode(sha256(convert_to(string_agg(m.class_id || ':' || array_to_string(m.roster, ','), ';'
                    ORDER BY m.class_id), 'UTF8')), 'hex') AS digest
      FROM margins m JOIN classes c ON c.id = m.class_id
      WHERE m.wave_id = ANY($1::uuid[]) AND ($2::text IS NULL OR c.school_id = $2)
      GROUP BY m.wave_id`,
    values: [query.waveIds, query.schoolId],
  });
  return rows;
}

/** Everybody who was asked in these waves, by wave; a school narrows. */
export async function listAskedByWave(query: {
  waveIds: readonly string[];
  schoolId: string | null;
}): Promise<Map<string, readonly string[]>> {
  const { rows } = await webPool().query<{ waveId: string; asked: string[] }>({
    name: "list-asked-by-wave",
    text: `
      SELECT m.wave_id AS "waveId", array_agg(DISTINCT person) AS asked
      FROM margins m JOIN classes c ON c.id = m.class_id CROSS JOIN LATERAL unnest(m.roster) AS person
      WHERE m.wave_id = ANY($1::uuid[]) AND ($2::text IS NULL OR c.school_id = $2)
      GROUP BY m.wave_id`,
    values: [query.waveIds, query.schoolId],
  });
  return new Map(rows.map(({ waveId, asked }) => [waveId, asked]));
}
