import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { seededRandom } from "@/scripts/testing/staff-district";

/**
 * Three schools over two autumns, as files: what a student information system would send.
 *
 * - North: grades 6, 7 and 8 of 24 students in a homeroom and a science class each, and a class of
 *   pre-kindergarten, half of which is absent every day. Absence rises in grade 7.
 * - South: grades 6 and 7. Closed in the week of 9 November; sent nothing on 21 October.
 * - West: grade 6 only, enrolled without dates.
 *
 * Everywhere 13 October was a snow day. Last year's autumn has 16 weeks, this year's 12.
 */
export const FIRST_MONDAY = "2026-09-07";
export const SNOW_DAY = "2026-10-13";
export const SILENT_DAY = "2026-10-21";
export const HOLIDAY_WEEK = "2026-11-09";
const RISING_FROM = "2026-11-02";
const CLASS_SIZE = 24;

const SCHOOLS = [
  { id: "north", name: "North School", grades: ["06", "07", "08", "PK"] },
  { id: "south", name: "South School", grades: ["06", "07"] },
  { id: "west", name: "West School", grades: ["06"] },
] as const;

interface Student {
  readonly id: string;
  readonly school: string;
  readonly grade: string;
}

function students(): Student[] {
  return SCHOOLS.flatMap(({ id: school, grades }) =>
    grades.flatMap((grade) =>
      Array.from({ length: CLASS_SIZE }, (_, seat) => ({
        id: `${school}-${grade}-${String(seat + 1)}`,
        ...{ school, grade },
      })),
    ),
  );
}

/** OneRoster 1.1, as bytes by file name. */
export function rosterFiles(): { name: string; bytes: Uint8Array }[] {
  const files = ["orgs", "academicSessions", "classes", "users", "enrollments"];
  const enroll = (student: Student, of: string) =>
    `e-${student.id}-${of},,,${student.school}-${student.grade}-${of},${student.school},${student.id},student,false,` +
    (student.school === "west" ? "," : "2025-08-15,2027-07-01");
  const lines: Record<string, string[]> = {
    manifest: [
      ...["propertyName,value", "manifest.version,1.0", "oneroster.version,1.1"],
      ...files.map((name) => `file.${name},bulk`),
    ],
    orgs: [
      "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
      ...SCHOOLS.map(({ id, name }) => `${id},,,${name},school,,`),
    ],
    academicSessions: [
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
      "y,,,Year,schoolYear,2026-08-01,2027-07-01,,2027",
    ],
    classes: [
      "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
      ...SCHOOLS.flatMap(({ id, grades }) =>
        grades.flatMap((grade) => [
          `${id}-${grade}-home,,,Home ${grade},${grade},k,,homeroom,,${id},y,,,`,
          `${id}-${grade}-science,,,Science ${grade},${grade},k,,scheduled,,${id},y,,,`,
        ]),
      ),
    ],
    users: [
      "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
      // North gives no grade for students: it is their classes'.
      ...students().map(({ id, school, grade }) => {
        const own = school === "north" && grade !== "PK" ? "" : grade;
        return `${id},,,true,${school},student,${id},,Given,Family,,,,,,,${own},`;
      }),
    ],
    enrollments: [
      "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
      ...students().flatMap((student) => [enroll(student, "home"), enroll(student, "science")]),
    ],
  };
  return Object.entries(lines).map(([name, rows]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(rows.join("\n")),
  }));
}

/** Monday to Friday of both autumns. */
function weekdays(): string[] {
  const first = dayNumber(FIRST_MONDAY);
  const week = (monday: number) => [0, 1, 2, 3, 4].map((day) => isoDate(monday + day));
  return [
    ...Array.from({ length: 16 }, (_, at) => week(first - 364 + 7 * at)).flat(),
    ...Array.from({ length: 12 }, (_, at) => week(first + 7 * at)).flat(),
  ];
}

function isHoliday(school: string, date: string): boolean {
  const from = dayNumber(date) - dayNumber(HOLIDAY_WEEK);
  return school === "south" && from >= 0 && from < 5;
}

export function calendarCsv(): string {
  const rows = weekdays().flatMap((date) =>
    SCHOOLS.map(({ id }) => {
      const kind = date === SNOW_DAY ? "weather" : isHoliday(id, date) ? "holiday" : "instructional";
      return `${date},${kind},${id}`;
    }),
  );
  return ["date,kind,school_id", ...rows].join("\n");
}

/**
 * Exceptions, and one present row a class and day, which shows that attendance was sent. `excuse`
 * stands beside every absence. The same rows each time.
 */
export function attendanceCsv(excuse: string): string {
  const random = seededRandom(11);
  const rows = students().flatMap(({ id, school, grade }) =>
    weekdays().flatMap((date) => {
      const rises = school === "north" && grade === "07" && date >= RISING_FROM;
      const rate = grade === "PK" ? 0.5 : rises ? 0.2 : 0.06;
      const absent = random() < rate;
      const here = date !== SNOW_DAY && !isHoliday(school, date);
      if (!here || (school === "south" && date === SILENT_DAY)) return [];
      if (absent) return [`${id},${school},,${date},daily,absent,${excuse}`];
      const shown = Number(id.split("-").at(-1)) <= 8;
      return shown ? [`${id},${school},,${date},daily,present,`] : [];
    }),
  );
  return [
    "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code",
    ...rows,
  ].join("\n");
}
