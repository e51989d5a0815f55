import { z } from "zod";
import { DATE_FORMATS } from "@/lib/attendance/calendar-date";
import {
  type ColumnMapping,
  KNOWN_EXCUSE_WORDS,
  normalWord,
} from "@/lib/attendance/column-mapping";

const meaning = z.enum(["absent", "tardy", "present", "ignore"]);
const column = z.string().min(1).max(500);

const mappingSchema = z.object({
  student: column,
  date: column,
  dateFormat: z.enum(DATE_FORMATS),
  status: column.nullable(),
  statusWords: z.record(z.string(), meaning),
  school: column.nullable(),
  section: column.nullable(),
  type: column.nullable(),
  excuse: column.nullable(),
});

/** The mapping kept with a run, or null when none was chosen. */
export function storedMapping(value: unknown): ColumnMapping | null {
  const parsed = mappingSchema.safeParse(value);
  return parsed.success ? { ...parsed.data, excuseWords: KNOWN_EXCUSE_WORDS } : null;
}

/** Prefix of the fields that say what a status word stands for. */
export const WORD_FIELD = "word:";

const blank = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === "" ? null : text));

/** The mapping page's form. A field for each status word; one left open is not in the mapping. */
export const mappingForm = z
  .object({
    runId: z.string(),
    student: z.string().min(1, "Choose the column with the student's number."),
    date: z.string().min(1, "Choose the column with the date."),
    dateFormat: z.enum(DATE_FORMATS, { error: "Choose how dates are written." }),
    status: blank,
    school: blank,
    section: blank,
    type: blank,
    excuse: blank,
  })
  .loose()
  .transform(({ runId, ...form }): { runId: string; mapping: ColumnMapping } => {
    const statusWords: Record<string, z.infer<typeof meaning>> = {};
    for (const [name, value] of Object.entries(form)) {
      const parsed = meaning.safeParse(value);
      if (form.status !== null && name.startsWith(WORD_FIELD) && parsed.success) {
        statusWords[normalWord(name.slice(WORD_FIELD.length))] = parsed.data;
      }
    }
    const { student, date, dateFormat, status, school, section, type, excuse } = form;
    return {
      runId,
      mapping: {
        ...{ student, date, dateFormat, status, statusWords, school, section, type, excuse },
        excuseWords: KNOWN_EXCUSE_WORDS,
      },
    };
  });

/** A mapping in sentences, for somebody to check before anything is written. */
export function mappingWords(mapping: ColumnMapping): string[] {
  const words = [
    `The student's number is in “${mapping.student}”.`,
    `The date is in “${mapping.date}”, written ${mapping.dateFormat}.`,
  ];
  if (mapping.status === null) words.push("Every row is one absence.");
  else {
    const by = (wanted: string) =>
      Object.entries(mapping.statusWords)
        .filter(([, value]) => value === wanted)
        .map(([word]) => `“${word}”`)
        .join(", ");
    words.push(`The status is in “${mapping.status}”.`);
    const meanings = { absent: "absent", tardy: "late, but present", present: "present" };
    for (const [value, said] of Object.entries(meanings)) {
      if (by(value) !== "") words.push(`${by(value)} means ${said}.`);
    }
    if (by("ignore") !== "") words.push(`Rows with ${by("ignore")} are left out.`);
  }
  if (mapping.school) words.push(`The school is in “${mapping.school}”.`);
  if (mapping.section) {
    words.push(
      `The class is in “${mapping.section}”; rows that fill it count for that class only.`,
    );
  }
  if (mapping.type) words.push(`“${mapping.type}” says whether a row is about the day or a class.`);
  if (mapping.excuse) {
    words.push(`“${mapping.excuse}” says whether an absence is excused; both count as absent.`);
  }
  return words;
}
