/**
 * The roster as Hearth keeps it. Ids are the sourcedIds of the school's own system.
 * Data minimisation is in the shape: there is no place for a student's email, a phone
 * number, a password or a demographic.
 */

export interface Org {
  id: string;
  name: string;
  /** OneRoster vocabulary: school, district, department, local, state, national; others are kept as written. */
  type: string;
  parentId: string | null;
  identifier: string | null;
}

export interface AcademicSession {
  id: string;
  title: string;
  /** OneRoster vocabulary: term, semester, gradingPeriod, schoolYear; others are kept as written. */
  type: string;
  /** YYYY-MM-DD */
  startDate: string;
  /** YYYY-MM-DD, after the start */
  endDate: string;
  parentId: string | null;
  schoolYear: string;
}

export interface RosterClass {
  id: string;
  title: string;
  classCode: string | null;
  /** OneRoster vocabulary: homeroom, scheduled; others are kept as written. */
  classType: string;
  grades: string[];
  schoolId: string;
  termIds: string[];
}

export type PersonRole = "student" | "teacher" | "administrator" | "other";

export interface Person {
  id: string;
  givenName: string;
  familyName: string;
  role: PersonRole;
  grades: string[];
  /** Teachers and administrators only; always null for everyone else. */
  email: string | null;
  orgIds: string[];
}

export interface Enrollment {
  id: string;
  classId: string;
  schoolId: string;
  personId: string;
  role: "student" | "teacher";
  primary: boolean;
  /** YYYY-MM-DD */
  beginDate: string | null;
  /** YYYY-MM-DD */
  endDate: string | null;
}

/** Everything that is active now. What leaves is not in it. Lists inside records are sorted. */
export interface RosterSnapshot {
  orgs: Org[];
  academicSessions: AcademicSession[];
  classes: RosterClass[];
  people: Person[];
  enrollments: Enrollment[];
}

export type EntityKind = keyof RosterSnapshot;

export const emptySnapshot: Readonly<RosterSnapshot> = Object.freeze({
  orgs: [],
  academicSessions: [],
  classes: [],
  people: [],
  enrollments: [],
});

export type DataFileName =
  "orgs" | "academicSessions" | "classes" | "users" | "roles" | "enrollments";
export type RosterFileName = "manifest" | DataFileName;

export type FileMode = "absent" | "bulk" | "delta";
export type RosterVersion = "1.1" | "1.2";

/** CSV texts by OneRoster name (without ".csv"), decoded, without byte order mark. */
export type RosterTexts = Partial<Record<RosterFileName, string>>;
