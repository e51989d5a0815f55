import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findDistrict, setTeacherFirstDays } from "@/lib/data/district";
import { MOST_TEACHER_FIRST_DAYS } from "@/lib/flags/teacher-first";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** How many days a new flag is the class's own teacher's alone. Acts on flags that are there already, too. */
export async function setTeacherFirst(
  context: ServiceContext,
  { days }: { readonly days: number },
): Promise<Result<{ readonly days: number }, "forbidden" | "invalid">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  if (!Number.isInteger(days) || days < 0 || days > MOST_TEACHER_FIRST_DAYS) {
    return failure("invalid", {
      fields: { days: `Choose a number from 0 to ${String(MOST_TEACHER_FIRST_DAYS)}.` },
    });
  }
  return inTransaction(async (tx) => {
    const before = (await findDistrict(tx))?.teacherFirstDays;
    if (before === days) return success({ days });
    await setTeacherFirstDays(tx, days);
    await recordEvent(tx, context, {
      action: "flags.teacher-first",
      subjectType: "district",
      subjectId: "1",
      detail: { from: before ?? 0, to: days },
    });
    return success({ days });
  });
}
