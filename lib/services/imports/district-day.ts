import type { Tx } from "@/lib/data/client";
import { findDistrict } from "@/lib/data/district";
import type { ServiceContext } from "../context";
import { localDate } from "../waves/local-date";

/** Today's date (YYYY-MM-DD) where the district is. */
export async function districtDay(context: ServiceContext, tx?: Tx): Promise<string> {
  const district = await (tx === undefined ? findDistrict() : findDistrict(tx));
  return localDate(context.now, district?.timeZone ?? "UTC");
}
