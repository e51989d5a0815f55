import { Card } from "@/components/ui/card";
import { TeacherFirstForm } from "./teacher-first-form";

/** How long new flags are the class's own teacher's alone, in words; those who may set it get the field. */
export function TeacherFirst({
  days,
  maySet,
}: {
  readonly days: number;
  readonly maySet: boolean;
}) {
  return (
    <Card title="The teacher sees it first" description={daysWords(days)}>
      {maySet ? <TeacherFirstForm days={days} /> : null}
    </Card>
  );
}

function daysWords(days: number): string {
  if (days === 0) return "New flags are shown to teachers and administrators at the same time.";
  const span = days === 1 ? "for one day" : `for ${String(days)} days`;
  return `A new flag is shown only to the class’s own teacher ${span}, so that nobody is asked about something they have not seen. A class whose teacher cannot sign in is shown to administrators at once.`;
}
