import { type Flag, othersSeeFrom } from "@/lib/flags/life-cycle";

/** Longest that a flag can be kept with the class's own teacher: it lapses after six weeks. */
export const MOST_TEACHER_FIRST_DAYS = 14;

/**
 * Whether somebody may see a flag by now. The class's own teacher sees it at once; others from `teacherFirstDays` after it
 * was raised, or at once where no teacher of the class could have seen it before them. That somebody may see flags of the
 * class at all is decided elsewhere.
 */
export function isSeenBy(
  flag: Pick<Flag, "raisedAt">,
  viewer: {
    readonly teachesClass: boolean;
    /** Whether the class has a teacher who can sign in. */
    readonly classHasTeacher: boolean;
    readonly teacherFirstDays: number;
    readonly now: Date;
  },
): boolean {
  if (viewer.teachesClass || !viewer.classHasTeacher) return true;
  return viewer.now.getTime() >= othersSeeFrom(flag, viewer.teacherFirstDays).getTime();
}
