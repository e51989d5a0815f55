import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { cohortAddress } from "@/lib/insight/cohort-request";
import type { ReachedCohort } from "@/lib/services/cohorts/reach-cohort";

const COLUMNS: readonly DataColumn[] = [
  { id: "name", header: "Set", kind: "link", sortable: false },
  { id: "classes", header: "Classes", kind: "text", sortable: false, searchable: false },
  { id: "compare", header: "Compare", kind: "link", sortable: false, searchable: false },
];

/** Saved sets of classes: a program, a grade team, the classes of a trial. */
export function SavedSets({ sets }: { readonly sets: readonly ReachedCohort[] }) {
  return (
    <Card
      flush
      title="Saved sets of classes"
      description="A program, a trial, classes with something in common. A set is a snapshot: it keeps the classes that were in it when it was saved."
      actions={
        <LinkButton href="/cohorts/new" size="sm">
          New set
        </LinkButton>
      }
    >
      <DataTable
        caption="Saved sets of classes"
        noun="sets"
        search={sets.length > 10}
        columns={COLUMNS}
        empty="None saved yet."
        rows={sets.map(({ id, name, classes, gone }) => ({
          id,
          cells: {
            name: { text: name, href: `/cohorts/${id}` },
            classes: classesWords(classes.length, gone),
            compare: {
              text: "Compare",
              href: cohortAddress({
                ...{ keys: [{ kind: "set", id }], waveIds: [], themes: ["belonging"] },
              }),
            },
          },
        }))}
      />
    </Card>
  );
}

/** "11 classes, and 2 that are not on the roster any more". */
export function classesWords(left: number, gone: number): string {
  const classes = left === 1 ? "1 class" : `${String(left)} classes`;
  if (gone === 0) return classes;
  return `${classes}, and ${String(gone)} that ${gone === 1 ? "is" : "are"} not on the roster any more`;
}
