import { insertRequest } from "@/lib/data/adult-requests";
import { inTransaction } from "@/lib/data/client";
import { readRequest } from "@/lib/help/adult-request";
import { requestThrottle } from "@/lib/server/request-throttle";
import type { ServiceContext } from "../context";
import { localDate } from "../waves/local-date";
import { type AdultClass, classOf, findAdultDesk } from "./read-adult-form";

/** What became of a request, with what the page needs to say so. */
export type Asked =
  | { readonly state: "wrong-code" }
  | ({ readonly state: "off" } & AdultClass)
  | ({ readonly state: "sent"; readonly people: readonly string[] } & AdultClass)
  | ({
      readonly state: "again";
      readonly people: readonly string[];
      readonly problems: {
        readonly name?: "missing" | "too-long";
        readonly message?: "too-long";
        readonly form?: "too-many";
      };
    } & AdultClass);

/**
 * Passes on what a student sent under their name. It is kept with its day and its class, without a time, a code or a
 * pulse; and no event is written of it: an event has a time, which could be laid beside the arrival of ballots.
 */
export async function askForAdult(
  context: Pick<ServiceContext, "now" | "randomUuid">,
  asked: { readonly joinCode: string; readonly name: string; readonly message: string },
): Promise<Asked> {
  const desk = await findAdultDesk(context.now, asked.joinCode);
  if (desk === null) return { state: "wrong-code" };
  const { margin, people } = desk;
  const own = classOf(desk);
  if (people.length === 0) return { state: "off", ...own };
  const read = readRequest(asked);
  if (!read.ok) {
    const { ok: _, ...problems } = read;
    return { state: "again", ...own, people, problems };
  }
  const throttle = requestThrottle();
  const { classId, schoolId, wave } = margin;
  if (!throttle.take(classId, context.now)) {
    return { state: "again", ...own, people, problems: { form: "too-many" } };
  }
  try {
    await inTransaction((tx) =>
      insertRequest(tx, {
        id: context.randomUuid(),
        schoolId,
        classId,
        studentName: read.name,
        message: read.message,
        askedOn: localDate(context.now, wave.timeZone),
      }),
    );
  } catch (error) {
    throttle.giveBack(classId, context.now);
    throw error;
  }
  return { state: "sent", ...own, people };
}
