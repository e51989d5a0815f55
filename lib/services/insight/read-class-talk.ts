import { can } from "@/lib/access/can";
import { findClass } from "@/lib/data/classes";
import { comparedOf } from "@/lib/insight/construct-figure";
import { type TalkView, talkView } from "@/lib/insight/talk-view";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { classThemes } from "./class-themes";
import { loadClassWaves } from "./class-waves";

export interface ClassTalk {
  readonly classTitle: string;
  /** Null before the class's first sealed pulse. */
  readonly talk: {
    readonly waveTitle: string;
    readonly closesAt: Date;
    readonly timeZone: string;
    readonly view: TalkView;
  } | null;
}

/** What a teacher may put on the wall of the last sealed pulse, and what the class could talk about. */
export async function readClassTalk(
  { actor }: ServiceContext,
  classId: string,
): Promise<Result<ClassTalk, "missing">> {
  const found = await findClass(classId);
  if (found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(actor, "class.read", ref).allowed) return failure("missing");
  const waves = await loadClassWaves(found.id);
  const [last] = waves;
  if (last === undefined) return success({ classTitle: found.title, talk: null });
  const { title: waveTitle, closesAt, timeZone } = last.wave;
  const { figures } = classThemes(last, waves);
  const view = talkView(last.belonging, comparedOf(figures));
  return success({ classTitle: found.title, talk: { waveTitle, closesAt, timeZone, view } });
}
