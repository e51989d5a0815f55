import type { RequestRow } from "@/lib/data/adult-requests";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachRequest } from "./reach-request";

/** One request, for those named to receive it. Opening it changes nothing. */
export async function readAsked(
  context: ServiceContext,
  id: string,
): Promise<Result<RequestRow, "missing">> {
  const reached = isUuid(id) ? await reachRequest(context, id) : null;
  return reached === null ? failure("missing") : success(reached.request);
}
