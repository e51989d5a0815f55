import { z } from "zod";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import { cleanWords, MOST_KEPT, nameProblem } from "@/lib/roster/demographics/dimension";
import { sourceFromId } from "@/lib/roster/demographics/sources";

const column = z.string().min(1).max(500);
const source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("column"), column }),
  z.object({ kind: z.literal("sex") }),
  z.object({ kind: z.literal("race") }),
]);
const mapping = z.object({
  student: column,
  take: z.array(z.object({ source, name: z.string().min(1) })).min(1),
});

/** The mapping kept with a run, or null when none was chosen. */
export function storedMapping(value: unknown): DemographicsMapping | null {
  const parsed = mapping.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const TAKE = "take:";
const NAME = "name:";

/** The page's form: a box `take:<source>` and a name `name:<source>` for everything that could be taken. */
export const demographicsForm = z
  .object({
    runId: z.string(),
    student: z.string().min(1, "Choose the column with the student’s number."),
  })
  .loose()
  .transform((form, context): { runId: string; mapping: DemographicsMapping } => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    const names = new Set<string>();
    const take = Object.keys(form).flatMap((field) => {
      const id = field.startsWith(TAKE) ? field.slice(TAKE.length) : "";
      const chosen = sourceFromId(id);
      if (chosen === null) return [];
      const given = form[`${NAME}${id}`];
      const name = cleanWords(typeof given === "string" ? given : "");
      const problem = nameProblem(name);
      if (problem !== null) refuse(`${NAME}${id}`, problem);
      else if (names.has(name.toLowerCase())) {
        refuse(`${NAME}${id}`, "Another column has this name; choose a different one.");
      }
      names.add(name.toLowerCase());
      return [{ source: chosen, name }];
    });
    if (take.length === 0) refuse("take", "Choose at least one column.");
    if (take.length > MOST_KEPT) refuse("take", `Choose at most ${MOST_KEPT} columns.`);
    return { runId: form.runId, mapping: { student: form.student, take } };
  });
