import { type DistrictRow, findDistrict } from "@/lib/data/district";

/** The district's name, time zone and whether it is a demonstration; null before the first run. Public. */
export async function readDistrict(): Promise<DistrictRow | null> {
  return findDistrict();
}
