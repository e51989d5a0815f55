/** The roles of staff, from widest to narrowest. */
export const ROLES = ["district-administrator", "school-administrator", "teacher"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody signed in, with the schools or classes that are theirs. */
export interface StaffActor {
  readonly kind: "staff";
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  /** School administrators: their schools. Otherwise empty. */
  readonly schoolIds: readonly string[];
  /** Teachers: the classes they are enrolled in as a teacher. Otherwise empty. */
  readonly classIds: readonly string[];
}

/** The server itself, running a schedule. */
export interface SystemActor {
  readonly kind: "system";
}

/** Nobody signed in. */
export interface AnonymousActor {
  readonly kind: "anonymous";
}

export type Actor = StaffActor | SystemActor | AnonymousActor;
