import { findDistrict } from "@/lib/data/district";

/** Whether the database answers and the district's tables are there. */
export async function checkHealth(): Promise<boolean> {
  return findDistrict().then(
    () => true,
    () => false,
  );
}
