import { clip } from "@/lib/roster/cell-reader";
import { parseRows } from "@/lib/roster/parse-rows";
import type { ParseContext, RowSource } from "@/lib/roster/parse-rows";
import type { Incoming, ParsedFile } from "@/lib/roster/parsed";
import { roleFromWord } from "@/lib/roster/person-roles";
import type { RoleFact } from "@/lib/roster/person-roles";

export interface RoleRow extends RoleFact {
  /** False: deleted, or its end date has passed. */
  active: boolean;
}

/** roles.csv of 1.2. Rows that have ended are kept as inactive: they say that a role is over. */
export function parseRoles(source: RowSource, context: ParseContext): ParsedFile<RoleRow> {
  return parseRows<RoleRow>(
    source,
    context,
    (cells, _id, deleted) => {
      const personId = cells.required("userSourcedId");
      const orgId = cells.required("orgSourcedId");
      if (deleted) {
        return { record: { personId, orgId, role: "other", primary: false, active: false } };
      }
      const written = cells.required("role");
      const role = roleFromWord(written);
      if (role === null && written !== "") {
        cells.refuse(
          "role",
          "badValue",
          `“${clip(written)}” is not a OneRoster role, such as student or teacher.`,
        );
      }
      const type = cells.required("roleType").toLowerCase();
      if (type !== "primary" && type !== "secondary" && type !== "") {
        cells.refuse(
          "roleType",
          "badValue",
          `“${clip(type)}” is not a role type. It must be primary or secondary.`,
        );
      }
      const endDate = cells.date("endDate");
      const active = endDate === null || endDate >= context.today;
      return {
        record: { personId, orgId, role: role ?? "other", primary: type === "primary", active },
      };
    },
    true,
  );
}

export function groupByPerson(roles: ParsedFile<RoleRow>): Map<string, Incoming<RoleRow>[]> {
  const groups = new Map<string, Incoming<RoleRow>[]>();
  for (const row of roles.rows) {
    const group = groups.get(row.record.personId);
    if (group) group.push(row);
    else groups.set(row.record.personId, [row]);
  }
  return groups;
}
