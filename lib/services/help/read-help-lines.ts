import { can } from "@/lib/access/can";
import { findDistrict } from "@/lib/data/district";
import { type HelpLineRow, listHelpLines } from "@/lib/data/help-lines";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** The district's lines, for those who set them; with the time zone that decides the built-in ones. */
export async function readHelpLines(
  context: ServiceContext,
): Promise<Result<{ lines: readonly HelpLineRow[]; timeZone: string }, "forbidden">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const [lines, district] = await Promise.all([listHelpLines(), findDistrict()]);
  return success({ lines, timeZone: district?.timeZone ?? "UTC" });
}
