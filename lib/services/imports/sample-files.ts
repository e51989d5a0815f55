import { strToU8, zipSync } from "fflate";

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
    "sample-class,,,Homeroom 7A,07,sample-course,7A,homeroom,,sample-school,sample-year,,,",
  ],
  "users.csv": [
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
    "sample-teacher,,,true,teacher,,Robin,Vale,,,robin.vale@school.example,,,,,,,,,,,sample-school,",
    "sample-student-1,,,true,student1,,Alex,Reed,,,,,,,07,,,,,,,sample-school,",
    "sample-student-2,,,true,student2,,Noor,Haddad,,,,,,,07,,,,,,,sample-school,",
    "sample-student-3,,,true,student3,,Mateo,Silva,,,,,,,07,,,,,,,sample-school,",
  ],
  "roles.csv": [
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
    "sample-role-0,,,sample-teacher,primary,teacher,,,sample-school,",
    "sample-role-1,,,sample-student-1,primary,student,,,sample-school,",
    "sample-role-2,,,sample-student-2,primary,student,,,sample-school,",
    "sample-role-3,,,sample-student-3,primary,student,,,sample-school,",
  ],
  "enrollments.csv": [
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    "sample-enrollment-0,,,sample-class,sample-school,sample-teacher,teacher,true,,",
    "sample-enrollment-1,,,sample-class,sample-school,sample-student-1,student,false,2026-08-17,",
    "sample-enrollment-2,,,sample-class,sample-school,sample-student-2,student,false,2026-08-17,",
    "sample-enrollment-3,,,sample-class,sample-school,sample-student-3,student,false,2026-08-17,",
  ],
};

const ATTENDANCE = [
  "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code,Attendance_id",
  "sample-student-1,sample-school,,2026-09-01,daily,absent,E,1",
  "sample-student-2,sample-school,,2026-09-01,daily,tardy,,2",
  "sample-student-1,sample-school,,2026-09-02,daily,present,,3",
];

const CALENDAR = [
  "date,kind,school_id",
  "2026-09-01,instructional,",
  "2026-09-02,instructional,",
  "2026-09-03,teacher workday,sample-school",
  "2026-09-07,holiday,",
];

const DEMOGRAPHICS = [
  "Student_id,Home_language,Gender",
  "sample-student-1,English,female",
  "sample-student-2,Arabic,male",
  "sample-student-3,Portuguese,",
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
    default:
      return null;
  }
}

function text(lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\n`;
}
