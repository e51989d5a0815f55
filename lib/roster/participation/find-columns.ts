import { type ChoiceColumnKind, plainWords } from "@/lib/roster/participation/choice-words";
import type { Consent } from "@/lib/waves/consent";

/** Where the student's number and the choice stand; no choice column: whoever is listed is opted out. */
export interface ChoiceColumns {
  readonly width: number;
  readonly student: { readonly at: number; readonly header: string };
  readonly choice: {
    readonly at: number;
    readonly header: string;
    readonly kind: ChoiceColumnKind;
  } | null;
}

const STUDENT = [
  ...["sourcedid", "student sourcedid", "user sourcedid", "studentsourcedid", "usersourcedid"],
  ...["id", "student id", "studentid", "student number", "student no", "student nr", "number"],
  ...["sis id", "sisid", "local id", "person id", "pupil id"],
];
const TAKES_PART = [
  ...["choice", "consent", "participation", "participates", "takes part", "take part"],
  ...["permission", "answer", "response", "decision"],
];
const OPT_OUT = ["opt out", "optout", "opted out", "opts out", "refused", "declined"];
/** Say who a student is and nothing about a choice: a list of those opted out may have them. */
const ABOUT_STUDENT = [
  ...["name", "student name", "full name", "student", "first name", "firstname", "given name"],
  ...["givenname", "last name", "lastname", "family name", "familyname", "surname", "middle name"],
  ...["grade", "grades", "grade level", "school", "school name", "school id", "class", "homeroom"],
  ...["section", "room", "teacher"],
];

/**
 * Finds the columns by their names. A file without a column for the choice is a list of those opted out, and only if
 * every other column is known not to be one: read wrongly, "Reply: yes" would opt out whoever said yes.
 */
export function findColumns(
  headers: readonly string[],
  consent: Consent,
):
  { readonly ok: true; readonly columns: ChoiceColumns } | { readonly ok: false; problem: string } {
  const named = headers.map((header, at) => ({
    at,
    header: header.trim(),
    word: plainWords(header),
  }));
  const among = (words: readonly string[]) => named.filter(({ word }) => words.includes(word));
  const students = among(STUDENT);
  const choices = [
    ...among(TAKES_PART).map((column) => ({ ...column, kind: "takes-part" as const })),
    ...among(OPT_OUT).map((column) => ({ ...column, kind: "opt-out" as const })),
  ];
  const [student, second] = students;
  if (student === undefined) {
    return refuse(
      "Line 1 names no column with the student’s number. Call it “sourcedId” or “student id”.",
    );
  }
  if (second !== undefined) {
    return refuse(
      `Line 1 names two columns that could be the student’s number: ${quoted(students)}. Keep one.`,
    );
  }
  if (choices.length > 1) {
    return refuse(
      `Line 1 names two columns that could be the choice: ${quoted(choices)}. Keep one.`,
    );
  }
  const [choice] = choices;
  if (choice === undefined) {
    const strange = named.filter(
      ({ at, word }) => at !== student.at && word !== "" && !ABOUT_STUDENT.includes(word),
    );
    if (strange.length > 0) {
      return refuse(
        `Line 1 names no column with the choice, and Hearth does not know ${quoted(strange)}. Call the column with the choice “choice” (out or in) or “opt-out” (yes); or keep only the student’s number, for a list of those opted out.`,
      );
    }
    if (consent === "active") {
      return refuse(
        "Line 1 names no column with the choice. Where only a yes counts, say for each student in a column “choice” what the family chose (in or out).",
      );
    }
  }
  return {
    ok: true,
    columns: {
      width: headers.length,
      student: { at: student.at, header: student.header },
      choice:
        choice === undefined ? null : { at: choice.at, header: choice.header, kind: choice.kind },
    },
  };
}

function refuse(problem: string): { readonly ok: false; problem: string } {
  return { ok: false, problem };
}

function quoted(columns: readonly { readonly header: string }[]): string {
  const shown = columns.slice(0, 5).map(({ header }) => `“${header.slice(0, 40)}”`);
  return shown.join(" and ");
}
