import type { PersonRole } from "@/lib/roster/types";

/** Roles of families: people Hearth keeps nothing about. */
const familyRoles = ["guardian", "parent", "relative"];
const roleOfWord: Record<string, PersonRole> = {
  student: "student",
  teacher: "teacher",
  administrator: "administrator",
  principal: "administrator",
  siteadministrator: "administrator",
  districtadministrator: "administrator",
  systemadministrator: "administrator",
  aide: "other",
  counselor: "other",
  proctor: "other",
};

/** Role words of OneRoster 1.1 and 1.2; null for a word that is none of them. */
export function roleFromWord(word: string): PersonRole | "family" | null {
  if (word.startsWith("ext:")) return "other";
  const lower = word.toLowerCase();
  if (familyRoles.includes(lower)) return "family";
  return Object.hasOwn(roleOfWord, lower) ? (roleOfWord[lower] ?? null) : null;
}

export interface RoleFact {
  personId: string;
  orgId: string;
  role: PersonRole | "family";
  primary: boolean;
}

const leastPrivilegeFirst: readonly (PersonRole | "family")[] = [
  "student",
  "teacher",
  "administrator",
  "other",
  "family",
];

/** The primary role wins; among several primary ones (one a school) the least privileged. */
export function chooseRole(facts: readonly RoleFact[]): PersonRole | "family" | null {
  const primary = facts.filter((fact) => fact.primary);
  const among = primary.length > 0 ? primary : facts;
  return leastPrivilegeFirst.find((role) => among.some((fact) => fact.role === role)) ?? null;
}

/** Staff may keep an email address; nobody who is also a student does. */
export function mayKeepEmail(role: PersonRole): boolean {
  return role === "teacher" || role === "administrator";
}
