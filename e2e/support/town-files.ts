import { strToU8, zipSync } from "fflate";

import { csvText } from "@/prisma/seed/csv-text";
import { type Random, seededRandom } from "@/lib/simulation/random";
import { schoolWeeks } from "@/prisma/seed/school-weeks";

/** Weeks of attendance: 4 that a rising absence is looked for in, and 14 to learn what is usual. */
const WEEKS_OF_RISE = 4;
const USUAL_ABSENCE = 0.05;
const RISEN_ABSENCE = 0.17;
const BULK = ["", ""] as const;
const SCHOOL = "elm";

export interface TownClass {
  readonly id: string;
  readonly title: string;
  readonly grade: string;
  readonly students: number;
}

export interface TownTeacher {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly classIds: readonly string[];
}

const town = (title: string, students: number): TownClass => ({
  id: `class-${title.toLowerCase()}`,
  title,
  grade: title.slice(0, 2),
  students,
});

/** One school. 07A and 07B are asked by the administrator, 08D by its own teacher; in 07C absence rises. */
export const TOWN = {
  district: "Quillfeather Schools",
  school: "Elm Row School",
  asked: town("07A", 24),
  alsoAsked: town("07B", 24),
  rising: town("07C", 24),
  small: town("08D", 11),
  others: ["06A", "06B", "06C", "07D", "08A", "08B", "08C"].map((title) => town(title, 23)),
  teacher: { given: "Ines", family: "Fontaine", email: "ines.fontaine@quillfeather.example" },
  otherTeacher: { given: "Paul", family: "Okoro", email: "paul.okoro@quillfeather.example" },
} as const;

export const TOWN_CLASSES: readonly TownClass[] = [
  ...[TOWN.asked, TOWN.alsoAsked, TOWN.rising, TOWN.small],
  ...TOWN.others,
];

const TEACHERS: readonly TownTeacher[] = [
  { id: "t-1", ...TOWN.teacher, classIds: [TOWN.asked.id, TOWN.small.id] },
  {
    id: "t-2",
    ...TOWN.otherTeacher,
    classIds: TOWN_CLASSES.filter(({ id }) => id !== TOWN.asked.id && id !== TOWN.small.id).map(
      ({ id }) => id,
    ),
  },
];

const studentIds = ({ id, students }: TownClass) =>
  Array.from({ length: students }, (_, at) => `${id}-s${String(at + 1).padStart(2, "0")}`);

/** A OneRoster 1.2 zip of the town's school. `today` is an ISO date. */
export function townRoster(today: string): Buffer {
  const files = rosterTables(today);
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

function rosterTables(today: string): Record<string, string> {
  const { firstDay, yearEnds } = schoolWeeks(today);
  const students = TOWN_CLASSES.flatMap((row) => studentIds(row).map((id) => ({ id, row })));
  const table = (columns: string, rows: readonly (readonly string[])[]) =>
    csvText(columns.split(" "), rows);
  const files = "academicSessions classes enrollments orgs roles users".split(" ");
  return {
    "manifest.csv": csvText(
      ["propertyName", "value"],
      [
        ["manifest.version", "1.0"],
        ["oneroster.version", "1.2"],
        ...files.map((name) => [`file.${name}`, "bulk"]),
      ],
    ),
    "orgs.csv": table("sourcedId status dateLastModified name type identifier parentSourcedId", [
      ["district", ...BULK, TOWN.district, "district", "", ""],
      [SCHOOL, ...BULK, TOWN.school, "school", "", "district"],
    ]),
    "academicSessions.csv": table(
      "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear",
      [["year", ...BULK, "Year", "schoolYear", firstDay, yearEnds, "", yearEnds.slice(0, 4)]],
    ),
    "classes.csv": table(
      "sourcedId status dateLastModified title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods",
      TOWN_CLASSES.map(({ id, title, grade }) => [
        ...[id, ...BULK, title, grade, "course", title, "homeroom", "", SCHOOL, "year"],
        ...["", "", ""],
      ]),
    ),
    "users.csv": table(
      "sourcedId status dateLastModified enabledUser username givenName familyName email grades primaryOrgSourcedId",
      [
        ...TEACHERS.map(({ id, given, family, email }) => [
          ...[id, ...BULK, "true", id, given, family, email, "", SCHOOL],
        ]),
        ...students.map(({ id, row }) => [
          ...[id, ...BULK, "true", id, "Student", id, "", row.grade, SCHOOL],
        ]),
      ],
    ),
    "roles.csv": table(
      "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId",
      [
        ...TEACHERS.map(({ id }) => [id, "teacher"]),
        ...students.map(({ id }) => [id, "student"]),
      ].map(([id = "", role = ""]) => [
        `r-${id}`,
        ...BULK,
        id,
        "primary",
        role,
        firstDay,
        "",
        SCHOOL,
      ]),
    ),
    "enrollments.csv": table(
      "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate",
      [
        ...TEACHERS.flatMap(({ id, classIds }) => classIds.map((row) => [row, id, "teacher"])),
        ...students.map(({ id, row }) => [row.id, id, "student"]),
      ].map(([row = "", id = "", role = ""]) => [
        ...[`e-${row}-${id}`, ...BULK, row, SCHOOL, id, role, String(role === "teacher")],
        ...[firstDay, yearEnds],
      ]),
    ),
  };
}

/** 18 weeks of daily attendance in Clever's format, in which absence rises in one class only. */
export function townAttendance(today: string): Buffer {
  const random = seededRandom(11, "town attendance");
  const { days, firstDay } = schoolWeeks(today);
  const lastWeek = days.at(-1)?.week ?? 0;
  const rows = days
    .filter(({ closure, date }) => closure === null && date >= firstDay)
    .flatMap(({ date, week }) =>
      TOWN_CLASSES.flatMap((row) => {
        const rises = row.id === TOWN.rising.id && week > lastWeek - WEEKS_OF_RISE;
        return absencesOf(row, rises ? RISEN_ABSENCE : USUAL_ABSENCE, random).map(
          ([student, status]) => [student, SCHOOL, "", date, "daily", status, "", ""],
        );
      }),
    );
  const columns =
    "Student_id School_id Section_id Attendance_date Attendance_type Attendance_status Excuse_code Attendance_id";
  return Buffer.from(csvText(columns.split(" "), rows));
}

/** The absent, and the first student in any case: a row shows that the day was submitted. */
function absencesOf(row: TownClass, share: number, random: Random): [string, string][] {
  return studentIds(row)
    .map((id): [string, string] => [id, random() < share ? "absent" : "present"])
    .filter(([, status], at) => at === 0 || status === "absent");
}
