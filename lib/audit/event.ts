/** Every administrative act that the audit log knows. */
export const AUDIT_ACTIONS = [
  "district.created",
  "district.replaced-demo",
  "account.created",
  "account.disabled",
  "account.enabled",
  "account.reset-link-created",
  "account.password-reset",
  "account.password-changed",
  "invitation.created",
  "invitation.accepted",
  "sign-in.locked",
  "roster.imported",
  "attendance.imported",
  "calendar.imported",
  "demographics.imported",
  "demographics.deleted",
  "instrument.imported",
  "instrument.composed",
  "wave.scheduled",
  "wave.opened",
  "wave.called-off",
  "wave.closed",
  "wave.sealed",
  "wave.trustees-named",
  "wave.share-taken",
  "wave.share-confirmed",
  "wave.share-asked-again",
  "wave.destroyed-unopened",
  "slips.printed",
  "flag.raised",
  "flag.changed",
  "flags.teacher-first",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What happened, to what. Never holds an answer, a code or a password. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly subjectType:
    "district" | "account" | "invitation" | "import" | "wave" | "class" | "flag";
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Plain words for the log page. */
export const AUDIT_WORDS: Readonly<Record<AuditAction, string>> = {
  "district.created": "Set up the district",
  "district.replaced-demo": "Replaced the demonstration district",
  "account.created": "Created an account",
  "account.disabled": "Disabled an account",
  "account.enabled": "Enabled an account again",
  "account.reset-link-created": "Made a new password link",
  "account.password-reset": "Set a new password through a link",
  "account.password-changed": "Changed a password",
  "invitation.created": "Invited a colleague",
  "invitation.accepted": "Accepted an invitation",
  "sign-in.locked": "Sign-in locked after repeated failures",
  "roster.imported": "Imported a roster",
  "attendance.imported": "Imported attendance",
  "calendar.imported": "Imported a calendar",
  "demographics.imported": "Imported demographics",
  "demographics.deleted": "Deleted demographics",
  "instrument.imported": "Imported questions",
  "instrument.composed": "Put questions together",
  "wave.scheduled": "Scheduled a pulse",
  "wave.opened": "Opened a pulse",
  "wave.called-off": "Called off a pulse before it opened",
  "wave.closed": "Closed a pulse",
  "wave.sealed": "Sealed a pulse",
  "wave.trustees-named": "Named the trustees of a pulse",
  "wave.share-taken": "Took a share of a pulse's key",
  "wave.share-confirmed": "Gave back a share of a pulse's key",
  "wave.share-asked-again": "Asked trustees again: a share was lost",
  "wave.destroyed-unopened": "Destroyed a pulse unopened",
  "slips.printed": "Printed seat slips",
  "flag.raised": "Raised a flag",
  "flag.changed": "Changed a flag",
  "flags.teacher-first": "Changed how long flags are the teacher's alone",
};
