import { failure, type Failure } from "@/lib/result";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";
import { localFile } from "./local-file";
import { writeCalendar } from "./write-calendar";

/** Imports a calendar from a file on this machine: for the demo district and the command line. */
export async function applyCalendarFile(
  context: ServiceContext,
  path: string,
): Promise<Awaited<ReturnType<typeof writeCalendar>> | Failure<"forbidden">> {
  if (importerOf(context.actor, "calendar") === null) return failure("forbidden");
  return writeCalendar(context, await localFile(path));
}
