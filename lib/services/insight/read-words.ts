import { can } from "@/lib/access/can";
import { listSchools } from "@/lib/data/classes";
import { listMargins } from "@/lib/data/margins";
import { findReleaseStamp, listSchoolTexts } from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

export interface SchoolWords {
  readonly schoolId: string;
  readonly schoolName: string;
  /** Why nothing is shown, in plain words; null if something may be. */
  readonly withheld: string | null;
  /** In an order that means nothing. */
  readonly texts: readonly string[];
}

/** What students wrote in a sealed wave: the schools that the actor administers, by name. */
export async function readWords(
  context: ServiceContext,
  waveId: string,
): Promise<Result<{ title: string; schools: readonly SchoolWords[] }, "missing">> {
  const [wave, stamp] = await Promise.all([findWave(waveId), findReleaseStamp(waveId)]);
  if (wave === null || stamp === null) return failure("missing");
  const asked = new Set((await listMargins(waveId)).map(({ schoolId }) => schoolId));
  const schoolIds = [...asked].filter(
    (schoolId) => can(context.actor, "words.read", { schoolId }).allowed,
  );
  const found = schoolIds.length === 0 ? [] : await listSchoolTexts({ waveId, schoolIds });
  if (found.length === 0) return failure("missing");
  const names = new Map((await listSchools()).map(({ id, name }) => [id, name]));
  const schools = found.map(({ school, withheld, texts }) => ({
    schoolId: school,
    schoolName: names.get(school) ?? school,
    ...{ withheld, texts },
  }));
  return success({
    title: wave.title,
    schools: schools.sort((a, b) => a.schoolName.localeCompare(b.schoolName, "en")),
  });
}
