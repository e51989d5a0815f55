import type { DataFileName, RosterVersion } from "@/lib/roster/types";

/**
 * Columns of the OneRoster CSV binding, 1.1 and 1.2, and what Hearth does with them.
 * `needed`: read, and the file fails without it. `read`: read when present. `unread`: known so
 * that a correct name is never taken for a misspelling of another, never looked at.
 * `expected`: required by the specification although Hearth does not read it.
 */
export interface FileColumns {
  needed: readonly string[];
  read: readonly string[];
  expected: readonly string[];
  unread: readonly string[];
}

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");
const changeColumns = words("status dateLastModified");

function columns(needed: string, read: string, expected: string, unread: string): FileColumns {
  return {
    needed: words(needed),
    read: [...changeColumns, ...words(read)],
    expected: words(expected),
    unread: words(unread),
  };
}

const orgs = columns("sourcedId name type", "identifier parentSourcedId", "", "");
const academicSessions = columns(
  "sourcedId title type startDate endDate schoolYear",
  "parentSourcedId",
  "",
  "",
);
const classes = columns(
  "sourcedId title classType schoolSourcedId termSourcedIds",
  "grades classCode",
  "courseSourcedId",
  "location subjects subjectCodes periods",
);
const enrollments = columns(
  "sourcedId classSourcedId schoolSourcedId userSourcedId role",
  "primary beginDate endDate",
  "",
  "",
);
const roles = columns(
  "sourcedId userSourcedId roleType role orgSourcedId",
  "beginDate endDate",
  "",
  "userProfileSourcedId",
);
const userUnread = "userIds middleName identifier sms phone agentSourcedIds password";
const users11 = columns(
  "sourcedId enabledUser orgSourcedIds role givenName familyName",
  "email grades",
  "username",
  userUnread,
);
const users12 = columns(
  "sourcedId enabledUser givenName familyName",
  "email grades preferredGivenName preferredFamilyName",
  "username",
  `${userUnread} userMasterIdentifier resourceSourcedIds preferredMiddleName primaryOrgSourcedId pronouns role orgSourcedIds`,
);

export function columnsOf(file: DataFileName, version: RosterVersion): FileColumns {
  switch (file) {
    case "orgs":
      return orgs;
    case "academicSessions":
      return academicSessions;
    case "classes":
      return classes;
    case "enrollments":
      return enrollments;
    case "roles":
      return roles;
    case "users":
      return version === "1.1" ? users11 : users12;
  }
}
