import type { Role } from "./actor";

/** Each role in words, as a page shows it. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  "district-administrator": "District administrator",
  "school-administrator": "School administrator",
  teacher: "Teacher",
};
