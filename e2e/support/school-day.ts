import { localDate } from "@/lib/services/waves/local-date";

/** Today's ISO date where the schools of these tests are. */
export function todayAtSchool(): string {
  return localDate(new Date(), "America/Chicago");
}
