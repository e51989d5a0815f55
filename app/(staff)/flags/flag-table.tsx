import { dayWords } from "@/components/insight/date-words";
import { holderWords, stepWords } from "@/components/insight/flag-work";
import { ageWords, KIND_WORDS, outcomeWords, STAGE_WORDS } from "@/components/insight/flag-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { answerSentence } from "@/lib/flags/teacher-answer";
import type { WorkedFlag } from "@/lib/services/flags/worked-flags";

const COLUMNS: readonly DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "kind", header: "About", kind: "text", filter: true },
  { id: "tier", header: "Tier", kind: "tier", filter: true, descendingFirst: true },
  { id: "stage", header: "Work", kind: "text", filter: true },
  { id: "age", header: "Age", kind: "number", descendingFirst: true },
  { id: "holder", header: "Who has it", kind: "text", filter: true },
  { id: "reason", header: "Reason", kind: "text", sortable: false, prose: true },
  { id: "answer", header: "Teacher’s answer", kind: "text", sortable: false, prose: true },
  { id: "next", header: "Next step", kind: "text", sortable: false, prose: true },
  {
    ...{ id: "evidence", header: "Evidence", kind: "text" },
    ...{ sortable: false, searchable: false, prose: true },
  },
  { id: "since", header: "Since", kind: "date", descendingFirst: true },
];

/** Every flag with all that is known of it, newest first until the reader sorts. */
export function FlagTable({
  flags,
  timeZone,
}: {
  readonly flags: readonly WorkedFlag[];
  readonly timeZone: string;
}) {
  return (
    <Card flush>
      <DataTable
        caption="Flags"
        noun="flags"
        searchLabel="Search class, school, people or reason"
        columns={COLUMNS}
        rows={flags.map((flag) => rowOf(flag, timeZone))}
      />
    </Card>
  );
}

function rowOf(flag: WorkedFlag, timeZone: string): DataRow {
  return {
    id: flag.id,
    cells: {
      class: { text: flag.classTitle, href: `/flags/${flag.id}` },
      school: flag.schoolName,
      kind: KIND_WORDS[flag.kind],
      tier: flag.tier,
      stage: STAGE_WORDS[flag.stage],
      age: { value: flag.ageDays, text: ageWords(flag.ageDays) },
      since: { iso: flag.raisedAt.toISOString(), text: dayWords(flag.raisedAt, timeZone) },
      holder: holderWords(flag),
      answer: flag.answer === null ? null : answerSentence(flag.answer),
      next: flag.stage === "closed" ? outcomeWords(flag.outcome) : stepWords(flag, timeZone),
      reason: flag.reason,
      evidence: flag.evidence.facts.map(({ label, value }) => `${label}: ${value}`).join("; "),
    },
  };
}
