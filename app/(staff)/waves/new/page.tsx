import { School } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { readTrusteeChoices } from "@/lib/services/trustees/read-trustee-choices";
import { readScheduleChoices } from "@/lib/services/waves/read-schedule-choices";
import { instantToLocal } from "@/lib/waves/local-time";
import { usualClosing } from "./form-shape";
import { WaveForm } from "./wave-form";

export const metadata: Metadata = { title: "New pulse" };

/** Schedules a pulse: whom it asks and when. */
export default async function NewWavePage() {
  const context = serviceContext(await requireStaff());
  const choices = await readScheduleChoices(context);
  if (!choices.ok) notFound();
  const { district, role, schools } = choices.value;
  const trustees = await readTrusteeChoices(context);
  const today = instantToLocal(context.now, district.timeZone).date;
  const opens = `${weekdayAfter(today, 1)}T08:00`;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Pulses", href: "/waves" }]} />}
        title="New pulse"
        description={
          role === "teacher"
            ? "A few questions for your class. You see the results when it closes, never who said what."
            : "A few questions. Each class's teacher gets slips to deal; results come when it closes."
        }
      />
      {schools.length === 0 ? (
        <EmptyState
          title="There is no class to ask"
          icon={School}
          actions={
            role === "district-administrator" ? (
              <LinkButton href="/rosters" variant="primary">
                Import a roster
              </LinkButton>
            ) : undefined
          }
        >
          {role === "teacher"
            ? "No class with students is linked to your account. Ask your administrator to check the roster."
            : "Import a roster with classes and students first."}
        </EmptyState>
      ) : (
        <WaveForm
          choices={choices.value}
          colleagues={(trustees.ok ? trustees.value : []).map((row) => ({
            value: row.accountId,
            label: `${row.name}, ${ROLE_WORDS[row.role].toLowerCase()}`,
          }))}
          defaults={{
            title: `Pulse, ${monthWords(today)}`,
            opens,
            closes: usualClosing(opens, choices.value) ?? opens,
          }}
        />
      )}
    </>
  );
}

function monthWords(date: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    month: "long",
    year: "numeric",
  }).format(new Date(`${date}T00:00:00Z`));
}

/** The first weekday at least so many days on. */
function weekdayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
