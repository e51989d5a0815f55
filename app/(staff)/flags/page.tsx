import { Flag } from "lucide-react";
import type { Metadata } from "next";

import { FlagUsefulness } from "@/components/insight/flag-usefulness";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { listOwnFlags } from "@/lib/services/flags/list-own-flags";
import { readUsefulness } from "@/lib/services/flags/read-usefulness";

import { Board } from "./board";
import { FlagTable } from "./flag-table";
import { TeacherFirst } from "./teacher-first";
import { VIEWS, ViewSwitch } from "./view-switch";

export const metadata: Metadata = { title: "Flags" };

/** Flags of one's own classes, newest first, as a board or a table. Opening one changes nothing. */
export default async function FlagsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ view: asked }, actor] = await Promise.all([searchParams, requireStaff()]);
  const context = serviceContext(actor);
  const [flags, usefulness, district] = await Promise.all([
    listOwnFlags(context),
    readUsefulness(context),
    readDistrict(),
  ]);
  const timeZone = district?.timeZone ?? "UTC";
  const known = VIEWS.find((view) => view === asked);
  const view = known ?? "board";
  return (
    <>
      <PageHeader
        title="Flags"
        description="A flag says: look here. It is raised by a fixed rule from released results and attendance, it can be wrong, and it is never a judgement of a teacher."
        actions={<LinkButton href="/flags/how-they-work">How flags work</LinkButton>}
      />
      {asked !== undefined && known === undefined ? (
        <div className="mb-4">
          <Notice title="There is no such view of flags">
            The address asks for one that Hearth does not know. This is the board.
          </Notice>
        </div>
      ) : null}
      {flags.length === 0 ? (
        <EmptyState icon={Flag} title="No flags">
          Flags appear after a pulse is sealed or attendance is imported, when a class stands out
          more than chance explains. No flag does not mean that all is well.
        </EmptyState>
      ) : (
        <>
          <ViewSwitch current={view} />
          {view === "board" ? (
            <Board flags={flags} timeZone={timeZone} ownId={actor.accountId} />
          ) : (
            <FlagTable flags={flags} timeZone={timeZone} />
          )}
        </>
      )}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <FlagUsefulness usefulness={usefulness} />
        <TeacherFirst
          days={district?.teacherFirstDays ?? 0}
          maySet={actor.role === "district-administrator"}
        />
      </div>
    </>
  );
}
