import { clip } from "@/lib/roster/cell-reader";
import type { CellReader } from "@/lib/roster/cell-reader";
import { parseRows } from "@/lib/roster/parse-rows";
import type { Built, ParseContext, RowSource } from "@/lib/roster/parse-rows";
import { groupByPerson, parseRoles } from "@/lib/roster/parse-roles";
import type { RoleRow } from "@/lib/roster/parse-roles";
import type {
  Incoming,
  IncomingPerson,
  ParsedFile,
  RoleFacts,
  RoleOnly,
} from "@/lib/roster/parsed";
import { chooseRole, mayKeepEmail, roleFromWord } from "@/lib/roster/person-roles";
import type { RoleFact } from "@/lib/roster/person-roles";

export interface ParsedPeople {
  people: ParsedFile<IncomingPerson>;
  roleOnly: Incoming<RoleOnly>[];
}

type RoleVerdict = { facts: RoleFacts | null } | { leaves: "ended" | "notKept" };

/** users.csv of 1.1, where the role stands in the user's own row. */
export function parsePeople11(users: RowSource, context: ParseContext): ParsedPeople {
  const people = parseRows(users, context, (cells, id) =>
    buildPerson(cells, id, () => {
      const written = cells.required("role");
      const role = roleFromWord(written);
      const orgIds = cells.requiredList("orgSourcedIds");
      if (role === null) {
        cells.refuse(
          "role",
          "badValue",
          `“${clip(written)}” is not a OneRoster role, such as student or teacher.`,
        );
      }
      if (role === "family") return { leaves: "notKept" };
      return { facts: { role, orgIds, removedOrgIds: [], complete: true, fallback: false } };
    }),
  );
  return { people, roleOnly: [] };
}

/** users.csv and roles.csv of 1.2. */
export function parsePeople12(
  users: RowSource,
  rolesSource: RowSource,
  context: ParseContext,
): ParsedPeople {
  const roles = parseRoles(rolesSource, context);
  const groups = groupByPerson(roles);
  const complete = roles.mode === "bulk";
  const people = parseRows(users, context, (cells, id) =>
    buildPerson(cells, id, () => {
      const rows = (groups.get(id) ?? []).map((row) => row.record);
      groups.delete(id);
      if (rows.length > 0) return roleVerdict(rows, complete);
      if (complete) {
        cells.refuse(
          null,
          "noRole",
          "This person has no usable row in roles.csv, so their role is not known.",
        );
      }
      return { facts: null };
    }),
  );
  // Rows of users who leave, or whose own row was skipped, have been told already.
  for (const id of [...people.leaving.keys(), ...people.heldIds]) groups.delete(id);
  const roleOnly: Incoming<RoleOnly>[] = [];
  for (const [personId, rows] of groups) {
    const verdict = roleVerdict(
      rows.map((row) => row.record),
      complete,
    );
    if (!("facts" in verdict) || verdict.facts === null) continue;
    roleOnly.push({ line: rows[0]?.line ?? 1, record: { personId, roles: verdict.facts } });
  }
  return { people, roleOnly };
}

function roleVerdict(rows: readonly RoleRow[], complete: boolean): RoleVerdict {
  const active: RoleFact[] = rows.filter((row) => row.active);
  if (complete && active.length === 0) return { leaves: "ended" };
  const role = chooseRole(active);
  if (role === "family") return { leaves: "notKept" };
  const orgIds = unique(active.filter((fact) => fact.role !== "family").map((fact) => fact.orgId));
  const over = unique(rows.filter((row) => !row.active).map((row) => row.orgId));
  const removedOrgIds = over.filter((orgId) => !orgIds.includes(orgId));
  const fallback = !complete && !active.some((fact) => fact.primary);
  return { facts: { role, orgIds, removedOrgIds, complete, fallback } };
}

function buildPerson(
  cells: CellReader,
  id: string,
  readRoles: () => RoleVerdict,
): Built<IncomingPerson> {
  const enabled = cells.flag("enabledUser");
  if (enabled === null && cells.refusal === null) {
    cells.note("enabledUserBlank", "enabledUser is empty; such people were read as active.");
  }
  if (enabled === false) return { leaves: "disabled" };
  const verdict = readRoles();
  if ("leaves" in verdict) {
    if (verdict.leaves === "notKept") {
      cells.note(
        "familyNotKept",
        "Parents, guardians and relatives are not kept: the roster holds students and staff only.",
      );
    }
    return verdict;
  }
  const { facts } = verdict;
  const role = facts?.role ?? null;
  return {
    record: {
      id,
      givenName: cells.optional("preferredGivenName") ?? cells.required("givenName"),
      familyName: cells.optional("preferredFamilyName") ?? cells.required("familyName"),
      grades: cells.list("grades"),
      email: role === null || mayKeepEmail(role) ? cells.optional("email") : null,
      roles: facts,
    },
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
