import { webPool } from "./client";

/** A sealed wave and how many classes of a school, or of the district, it asked. */
export interface WaveReach {
  readonly waveId: string;
  readonly classes: number;
}

/** The newest sealed waves that asked any of these schools' classes, newest first; without schools, any class. */
export async function listWaveReach(query: {
  schoolIds?: readonly string[];
  limit: number;
}): Promise<WaveReach[]> {
  const { rows } = await webPool().query<WaveReach>({
    name: "list-wave-reach",
    text: `
      SELECT w.id AS "waveId", count(*)::int AS classes
      FROM waves w
      JOIN releases r ON r.wave_id = w.id
      JOIN margins m ON m.wave_id = w.id
      JOIN classes c ON c.id = m.class_id
      WHERE w.state = 'sealed' AND ($1::text[] IS NULL OR c.school_id = ANY($1))
      GROUP BY w.id
      ORDER BY w.closes_at DESC, w.id LIMIT $2`,
    values: [query.schoolIds ?? null, query.limit],
  });
  return rows;
}
