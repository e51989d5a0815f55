import type { RosterNotice, SkippedRow } from "@/lib/roster/report";
import type {
  AcademicSession,
  DataFileName,
  Enrollment,
  FileMode,
  Org,
  PersonRole,
  RosterClass,
  RosterVersion,
} from "@/lib/roster/types";

/** Why a record is no longer in the roster. */
export type LeavingReason =
  /** its row says status = tobedeleted (or inactive) */
  | "markedForDeletion"
  /** enabledUser = false */
  | "disabled"
  /** its end date has passed */
  | "ended"
  /** a parent or guardian, or an enrollment that is neither student's nor teacher's: never kept */
  | "notKept"
  /** the file is a full list and the record is not in it */
  | "missingFromFile"
  /** its school, class or person leaves */
  | "dependsOnLeaving"
  /** fewer than two active students */
  | "phantomClass";

export interface Incoming<T> {
  line: number;
  record: T;
}

/** One file after its rows were read one by one; nothing is checked against other files yet. */
export interface ParsedFile<T> {
  file: string;
  mode: FileMode;
  rows: Incoming<T>[];
  leaving: Map<string, LeavingReason>;
  /** Ids of skipped rows: a typing error must not make a record leave. */
  heldIds: Set<string>;
  /** Skipped rows whose id is unknown: while there are any, nothing leaves by being missing. */
  unidentified: number;
}

/** What a file says about someone's role. */
export interface RoleFacts {
  role: PersonRole | null;
  orgIds: string[];
  removedOrgIds: string[];
  /** True: this is all there is. False: a change to what is known (1.2 delta). */
  complete: boolean;
  /** True: only secondary roles changed; `role` counts for people without a known role. */
  fallback: boolean;
}

/** A users.csv row. `roles` is null when no file says (1.2 delta): the known role then stays. */
export interface IncomingPerson {
  id: string;
  givenName: string;
  familyName: string;
  grades: string[];
  /**
   * Null for everyone known to be no teacher or administrator. Where the role is not in the files
   * it is kept until the diff knows the role: never store a ParsedRoster.
   */
  email: string | null;
  roles: RoleFacts | null;
}

/** A role change for someone without a users.csv row. */
export interface RoleOnly {
  personId: string;
  roles: RoleFacts;
}

export interface ParsedRoster {
  version: RosterVersion;
  modes: Record<DataFileName, FileMode>;
  orgs: ParsedFile<Org>;
  academicSessions: ParsedFile<AcademicSession>;
  classes: ParsedFile<RosterClass>;
  people: ParsedFile<IncomingPerson>;
  roleOnly: Incoming<RoleOnly>[];
  enrollments: ParsedFile<Enrollment>;
  skipped: SkippedRow[];
  notices: RosterNotice[];
}
