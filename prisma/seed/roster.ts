import { csvText } from "./csv-text";
import { demoDistrict, type DemoDistrict } from "./district";
import { demoPeople, type DemoPerson, gradeCode } from "./roster-people";
import { schoolWeeks, type SchoolWeeks } from "./school-weeks";

/** The OneRoster 1.2 files that the demo consists of, by file name, as a zip would hold them. */
export type RosterFiles = Readonly<Record<string, string>>;

const YEAR_ID = "ses-year";
const TERM_IDS = ["ses-term-1", "ses-term-2"] as const;

/** Bulk files carry `status` and `dateLastModified` blank. */
const BULK = ["", ""] as const;

const PRESENT_FILES = new Set([
  "orgs",
  "academicSessions",
  "courses",
  "classes",
  "users",
  "roles",
  "enrollments",
]);
const ALL_FILES =
  "academicSessions categories classes classResources courses courseResources demographics enrollments lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources resultLearningObjectiveIds results resultScoreScales roles scoreScales userProfiles userResources users".split(
    " ",
  );

function manifest(): string {
  return csvText(
    ["propertyName", "value"],
    [
      ["manifest.version", "1.0"],
      ["oneroster.version", "1.2"],
      ...ALL_FILES.map((name) => [`file.${name}`, PRESENT_FILES.has(name) ? "bulk" : "absent"]),
      ["source.systemName", "Hearth demo"],
      ["source.systemCode", "hearth-demo"],
    ],
  );
}

function table(columns: string, rows: readonly (readonly string[])[]): string {
  return csvText(columns.split(" "), rows);
}

function orgs({ id, name, schools }: DemoDistrict): string {
  return table("sourcedId status dateLastModified name type identifier parentSourcedId", [
    [id, ...BULK, name, "district", "D-1", ""],
    ...schools.map((school) => [school.id, ...BULK, school.name, "school", school.id, id]),
  ]);
}

function academicSessions({ firstDay, secondTermStarts, yearEnds }: SchoolWeeks): string {
  const year = yearEnds.slice(0, 4);
  return table(
    "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear",
    [
      [YEAR_ID, ...BULK, "School year", "schoolYear", firstDay, yearEnds, "", year],
      [TERM_IDS[0], ...BULK, "Term 1", "semester", firstDay, secondTermStarts, YEAR_ID, year],
      [TERM_IDS[1], ...BULK, "Term 2", "semester", secondTermStarts, yearEnds, YEAR_ID, year],
    ],
  );
}

function courseId(schoolId: string, grade: number): string {
  return `crs-${schoolId.slice(4)}-${gradeCode(grade)}`;
}

function courses({ schools }: DemoDistrict): string {
  return table(
    "sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes",
    schools.flatMap(({ id, grades }) =>
      grades.map((grade) => {
        const course = courseId(id, grade);
        return [
          course,
          ...BULK,
          YEAR_ID,
          `Homeroom ${grade}`,
          course,
          gradeCode(grade),
          id,
          "",
          "",
        ];
      }),
    ),
  );
}

function classes(district: DemoDistrict): string {
  return table(
    "sourcedId status dateLastModified title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods",
    district.classes.map(({ id, title, grade, schoolId }) => [
      ...[id, ...BULK, title, gradeCode(grade), courseId(schoolId, grade), title, "homeroom", ""],
      ...[schoolId, TERM_IDS.join(","), "", "", ""],
    ]),
  );
}

function users(people: readonly DemoPerson[]): string {
  return table(
    "sourcedId status dateLastModified enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns",
    people.map(({ id, username, name, email, grade, orgId }) => [
      ...[id, ...BULK, "true", username, "", name.given, name.family, "", "", email],
      ...["", "", "", grade, "", "", "", "", "", "", orgId, ""],
    ]),
  );
}

function roles(people: readonly DemoPerson[], { firstDay }: SchoolWeeks): string {
  return table(
    "sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId",
    people.map(({ id, role, orgId }) => [
      ...[`rol-${id}`, ...BULK, id, "primary", role, firstDay, "", orgId, ""],
    ]),
  );
}

function enrollments(district: DemoDistrict, { firstDay, yearEnds }: SchoolWeeks): string {
  return table(
    "sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate",
    district.classes.flatMap(({ id, schoolId, teacherId, studentIds }) => [
      [`enr-${teacherId}`, ...BULK, id, schoolId, teacherId, "teacher", "true", firstDay, yearEnds],
      ...studentIds.map((student) => [
        ...[`enr-${student}`, ...BULK, id, schoolId, student, "student", "false"],
        ...[firstDay, yearEnds],
      ]),
    ]),
  );
}

/** The whole district as OneRoster 1.2 bulk files for the real importer. `today` is an ISO date. */
export function demoRoster(seed: number, today: string): RosterFiles {
  const district = demoDistrict(seed);
  const weeks = schoolWeeks(today);
  const people = demoPeople(seed, district);
  return {
    "manifest.csv": manifest(),
    "orgs.csv": orgs(district),
    "academicSessions.csv": academicSessions(weeks),
    "courses.csv": courses(district),
    "classes.csv": classes(district),
    "users.csv": users(people),
    "roles.csv": roles(people, weeks),
    "enrollments.csv": enrollments(district, weeks),
  };
}
