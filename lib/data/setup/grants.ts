/** Names of the login roles of one installation. */
export interface DatabaseRoles {
  readonly web: string;
  readonly ballot: string;
  readonly sealer: string;
}

/** Tables that hold everything but ballots and results: the web role works on them. */
const WEB_TABLES = [
  "orgs",
  "academic_sessions",
  "classes",
  "people",
  "student_demographics",
  "participation_choices",
  "enrollments",
  "attendance_records",
  "calendar_days",
  "class_weeks",
  "group_weeks",
  "group_looks",
  "student_absences",
  "absence_signals",
  "import_runs",
  "instruments",
  "waves",
  "seats",
  "flags",
  "flag_notes",
  "accounts",
  "invitations",
  "sign_in_throttle",
  "help_lines",
  "adult_receivers",
  "item_recordings",
  "translation_reviews",
  "plans",
  "plan_steps",
  "cohorts",
  "digest_sends",
] as const;

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * SQL that gives each role what DESIGN.md ("Data") says and takes everything else away. Idempotent:
 * it runs at every start, so that a grant made by hand does not stay.
 *
 * The web role has no privilege of any kind on the box; the ballot role can only insert; results can
 * be inserted by the sealer and changed by nobody; audit events can be inserted and changed by nobody.
 */
export function grantStatements(target: { schema: string; roles: DatabaseRoles }): string[] {
  const schema = quote(target.schema);
  const web = quote(target.roles.web);
  const ballot = quote(target.roles.ballot);
  const sealer = quote(target.roles.sealer);
  const every = `${web}, ${ballot}, ${sealer}`;
  const on = (table: string) => `${schema}.${quote(table)}`;

  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC, ${every}`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC, ${every}`,
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC, ${every}`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${every}`,

    ...WEB_TABLES.map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${on(table)} TO ${web}`),
    // The mark that this is a demonstration opens `replace_demo`: it can be set once, never changed.
    `GRANT SELECT, INSERT ON ${on("district")} TO ${web}`,
    `GRANT UPDATE (name, time_zone, teacher_first_days, consent, digest_weekday, digest_hour) ON ${on("district")} TO ${web}`,
    `GRANT SELECT, INSERT ON ${on("audit_events")} TO ${web}`,
    // What a student sent stays as it was sent: receivers change its state, and add a note.
    `GRANT SELECT, INSERT, DELETE, UPDATE (asked_on, state, note, handled_by, handled_at) ON ${on("adult_requests")} TO ${web}`,
    // A margin is what its wave was planned with: a class or key exchanged later would move ballots.
    `GRANT SELECT, INSERT ON ${on("margins")} TO ${web}`,
    // Who the trustees are is settled when they are named: nobody takes one out, or another's place.
    `GRANT SELECT, INSERT, UPDATE (share_hash, taken, confirmed) ON ${on("wave_trustees")} TO ${web}`,
    `GRANT SELECT ON ${on("releases")}, ${on("release_cells")}, ${on("release_texts")} TO ${web}`,
    `GRANT EXECUTE ON FUNCTION ${schema}.replace_demo(), ${schema}.collect_seat(uuid, bytea, bytea) TO ${web}`,
    `GRANT SELECT ON ${on("seal_progress")} TO ${web}`,

    `GRANT INSERT ON ${on("ballot_box")} TO ${ballot}`,
    `GRANT SELECT ON ${on("ballot_keys")} TO ${ballot}`,
    `GRANT EXECUTE ON FUNCTION ${schema}.ballot_is_stored(bytea, bytea) TO ${ballot}`,

    `GRANT SELECT, DELETE ON ${on("ballot_box")} TO ${sealer}`,
    `GRANT SELECT, INSERT ON ${on("releases")}, ${on("release_cells")} TO ${sealer}`,
    `GRANT INSERT ON ${on("release_texts")} TO ${sealer}`,
    `GRANT SELECT ON ${on("waves")}, ${on("margins")}, ${on("classes")} TO ${sealer}`,
    `GRANT UPDATE (state) ON ${on("waves")} TO ${sealer}`,
    // To forget, after the seal, who was in which demographic group.
    `GRANT UPDATE (roster) ON ${on("margins")} TO ${sealer}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${on("seal_progress")} TO ${sealer}`,
    `GRANT INSERT ON ${on("audit_events")} TO ${sealer}`,
  ];
}
