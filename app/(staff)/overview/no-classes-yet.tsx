import { School } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

import { OverviewTabs } from "./overview-tabs";

/** A page beside the overview in a district without a roster. */
export function NoClassesYet({
  title,
  current,
}: {
  readonly title: string;
  readonly current: "classes" | "trends";
}) {
  return (
    <>
      <PageHeader title={title} />
      <OverviewTabs current={current} />
      <EmptyState title="No classes yet" icon={School}>
        Classes come with the roster of your student information system.
      </EmptyState>
    </>
  );
}
