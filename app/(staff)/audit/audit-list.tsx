import type { AuditPage } from "@/lib/services/audit/list-audit";
import { actionWords, detailWords, subjectWords } from "./event-words";

/** The entries of a page. `timeZone`: the district's. */
export function AuditList({
  events,
  names,
  timeZone,
}: {
  readonly events: AuditPage["events"];
  readonly names: AuditPage["names"];
  readonly timeZone: string;
}) {
  const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <ol className="grid divide-y divide-line border-y border-line">
      {events.map((event) => {
        const details = detailWords(event.detail, names);
        return (
          <li key={event.id} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[12.5rem_1fr]">
            <time
              dateTime={event.at.toISOString()}
              className="text-sm text-ink-soft tabular sm:pt-0.5"
            >
              {time.format(event.at)}
            </time>
            <div className="grid min-w-0 gap-0.5">
              <p>
                <span className="font-medium">{actionWords(event.action)}</span>
                <span className="text-ink-soft"> by {event.accountName}</span>
              </p>
              <p className="text-sm break-words text-ink-soft">
                {[
                  subjectWords(event, names),
                  ...details.map(({ label, value }) => `${label}: ${value}`),
                ].join(" · ")}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
