import { strToU8, zipSync } from "fflate";
import { SAMPLE_CLASSES, SAMPLE_STUDENTS, SCHOOL_DAYS } from "./sample-school";

/** A small file to try an import with, or to show a vendor what is expected. */
export interface SampleFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const ROSTER: Readonly<Record<string, readonly string[]>> = {
  "manifest.csv": [
    "propertyName,value",
    "manifest.version,1.0",
    "oneroster.version,1.2",
    "file.academicSessions,bulk",
    "file.classes,bulk",
    "file.enrollments,bulk",
    "file.orgs,bulk",
    "file.roles,bulk",
    "file.users,bulk",
  ],
  "orgs.csv": [
    "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "sample-district,,,Sample District,district,D-1,",
    "sample-school,,,Sample Middle School,school,S-1,sample-district",
  ],
  "academicSessions.csv": [
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    "sample-year,,,School year 2026/27,schoolYear,2026-08-17,2027-06-11,,2027",
  ],
  "classes.csv": [
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    ...SAMPLE_CLASSES.map(
      ({ id, code, grade }) =>
        `${id},,,Homeroom ${code},${grade},sample-course,${code},homeroom,,sample-school,sample-year,,,`,
    ),
  ],
  "users.csv": [
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
    ...SAMPLE_CLASSES.map(
      ({ teacher: { id, given, family } }) =>
        `${id},,,true,${id},,${given},${family},,,${given.toLowerCase()}.${family.toLowerCase()}@school.example,,,,,,,,,,,sample-school,`,
    ),
    ...SAMPLE_STUDENTS.map(
      ({ id, given, family, of }, at) =>
        `${id},,,true,student${String(at + 1)},,${given},${family},,,,,,,${of.grade},,,,,,,sample-school,`,
    ),
  ],
  "roles.csv": [
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
    ...SAMPLE_CLASSES.map(
      ({ teacher: { id } }) => `role-${id},,,${id},primary,teacher,,,sample-school,`,
    ),
    ...SAMPLE_STUDENTS.map(({ id }) => `role-${id},,,${id},primary,student,,,sample-school,`),
  ],
  "enrollments.csv": [
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    ...SAMPLE_CLASSES.map(
      ({ id, teacher }) =>
        `enrollment-${teacher.id},,,${id},sample-school,${teacher.id},teacher,true,,`,
    ),
    ...SAMPLE_STUDENTS.map(
      ({ id, of }) => `enrollment-${id},,,${of.id},sample-school,${id},student,false,2026-08-17,`,
    ),
  ],
};

const ATTENDANCE = [
  "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code,Attendance_id",
  ...SCHOOL_DAYS.flatMap((day, at) =>
    SAMPLE_STUDENTS.map(({ id }, student) => {
      const place = at * SAMPLE_STUDENTS.length + student;
      // About one in seventeen misses a day, each on days of their own.
      const away = (student * 7 + at * 3) % 17 === 0;
      const status = away ? "absent" : (student + at * 5) % 23 === 0 ? "tardy" : "present";
      return `${id},sample-school,,${day},daily,${status},${away && at % 2 === 0 ? "E" : ""},${String(place + 1)}`;
    }),
  ),
];

const CALENDAR = [
  "date,kind,school_id",
  ...SCHOOL_DAYS.map((day) => `${day},instructional,`),
  "2026-09-07,holiday,",
  "2026-09-18,teacher workday,sample-school",
];

const DEMOGRAPHICS = [
  "Student_id,Home_language,Gender",
  "sample-student-1,English,female",
  "sample-student-2,Arabic,male",
  "sample-student-3,Portuguese,",
];

const PARTICIPATION = [
  "sourcedId,Name,Choice",
  "sample-student-1,Alex Reed,out",
  "sample-student-2,Noor Haddad,in",
  "sample-student-3,Mateo Silva,",
];

/** A sample by its file name; null for a name that is none. */
export function sampleFile(name: string): SampleFile | null {
  switch (name) {
    case "roster.zip":
      return {
        type: "application/zip",
        // A fixed date: the same bytes every time.
        bytes: zipSync(
          Object.fromEntries(
            Object.entries(ROSTER).map(([file, lines]) => [file, strToU8(text(lines))]),
          ),
          { mtime: "2026-08-01T00:00:00Z" },
        ),
      };
    case "attendance.csv":
      return { type: "text/csv; charset=utf-8", bytes: strToU8(text(ATTENDANCE)) };
    case "calendar.csv":
      return { type: "text/csv; charset=utf-8", bytes: strToU8(text(CALENDAR)) };
    case "demographics.csv":
      return { type: "text/csv; charset=utf-8", bytes: strToU8(text(DEMOGRAPHICS)) };
    case "participation.csv":
      return { type: "text/csv; charset=utf-8", bytes: strToU8(text(PARTICIPATION)) };
    default:
      return null;
  }
}

function text(lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\n`;
}
