import { can } from "@/lib/access/can";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/audit/event";
import {
  type AuditCursor,
  listAuditEvents,
  listSubjectNames,
  type StoredAuditEvent,
} from "@/lib/data/audit-events";
import { findFlags } from "@/lib/data/flags";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { onlySeen } from "../flags/seen-flags";

const PAGE = 50;

export interface AuditPage {
  readonly events: readonly StoredAuditEvent[];
  /** Titles of the pulses and classes that the events speak of, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The action the list is narrowed to, or null. */
  readonly action: AuditAction | null;
  /** The address of the next, older page, or null at the end. */
  readonly next: string | null;
}

/**
 * A page of the audit log, newest first. `action` and `after` come from the page's address: what
 * cannot be read there is ignored.
 */
export async function listAudit(
  context: ServiceContext,
  query: { action?: string | undefined; after?: string | undefined },
): Promise<Result<AuditPage, "forbidden">> {
  if (!can(context.actor, "audit.read", undefined).allowed) return failure("forbidden");
  const action = AUDIT_ACTIONS.find((known) => known === query.action) ?? null;
  const after = readCursor(query.after);
  const found = await listAuditEvents({
    limit: PAGE + 1,
    ...(action === null ? {} : { action }),
    ...(after === null ? {} : { after }),
  });
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  const events = await withoutUnseenFlags(context, page);
  return success({
    events,
    names: await namesOf(events),
    action,
    next: found.length > PAGE && last !== undefined ? `${last.at.getTime()}_${last.id}` : null,
  });
}

/** The log must not tell of a flag before the class's own teacher has had their days with it. */
async function withoutUnseenFlags(
  context: ServiceContext,
  events: readonly StoredAuditEvent[],
): Promise<StoredAuditEvent[]> {
  const ids = events.flatMap(({ subjectType, subjectId }) =>
    subjectType === "flag" ? [subjectId] : [],
  );
  const flags = await findFlags(ids);
  const seen = new Set((await onlySeen(context, flags)).map(({ id }) => id));
  const unseen = new Set(flags.map(({ id }) => id).filter((id) => !seen.has(id)));
  return events.filter(({ subjectId }) => !unseen.has(subjectId));
}

async function namesOf(events: readonly StoredAuditEvent[]): Promise<Map<string, string>> {
  const subjects = (type: string) =>
    events.flatMap((event) => (event.subjectType === type ? [event.subjectId] : []));
  const classes = events.flatMap(({ detail }) => {
    const id = (detail as { classId?: unknown } | null)?.classId;
    return typeof id === "string" ? [id] : [];
  });
  return listSubjectNames({
    waveIds: subjects("wave").filter(isUuid),
    classIds: [...subjects("class"), ...classes],
  });
}

function readCursor(text: string | undefined): AuditCursor | null {
  const parts = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? "");
  if (parts?.[1] === undefined || parts[2] === undefined) return null;
  return isUuid(parts[2]) ? { at: new Date(Number(parts[1])), id: parts[2] } : null;
}
