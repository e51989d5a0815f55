import { listClasses } from "@/lib/data/classes";
import { listMargins } from "@/lib/data/margins";
import type { WaveDetail } from "@/lib/data/waves";
import { storedScope } from "./stored-scope";

/** A class a wave asks. Before the wave is planned it has no margin. */
export interface WaveClass {
  readonly classId: string;
  readonly schoolId: string;
  readonly title: string;
  readonly margin: {
    readonly id: string;
    readonly joinCode: string;
    readonly rosterSize: number;
  } | null;
}

/** The classes of a wave: its margins once it is planned, until then those it was scheduled for. */
export async function classesOfWave(
  wave: Pick<WaveDetail, "id" | "state" | "scope">,
): Promise<WaveClass[]> {
  if (wave.state === "draft") {
    const classes = await listClasses({ ids: storedScope(wave.scope).classIds });
    return classes.map(({ id, schoolId, title }) => ({
      classId: id,
      schoolId,
      title,
      margin: null,
    }));
  }
  return (await listMargins(wave.id)).map(
    ({ id, classId, schoolId, label, joinCode, rosterSize }) => ({
      classId,
      schoolId,
      title: label,
      margin: { id, joinCode, rosterSize },
    }),
  );
}
