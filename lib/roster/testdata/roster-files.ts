import { strToU8, zipSync } from "fflate";
import { applyDiff } from "@/lib/roster/apply-diff";
import { diffRoster } from "@/lib/roster/diff-roster";
import type { RosterDiff } from "@/lib/roster/diff-roster";
import { parseRoster } from "@/lib/roster/parse-roster";
import type { ParsedRoster } from "@/lib/roster/parsed";
import type { DataFileName, RosterSnapshot, RosterTexts } from "@/lib/roster/types";
import { emptySnapshot } from "@/lib/roster/types";

export const today = "2026-10-01";

/** One CSV as a list of lines; the first names the columns. */
export type CsvLines = string[];
export type RosterLines = Partial<Record<"manifest" | DataFileName, CsvLines>>;

export function manifestLines(
  version: string,
  modes: Partial<Record<DataFileName, string>> = {},
): CsvLines {
  const mode = (name: DataFileName): string => modes[name] ?? "bulk";
  return [
    "propertyName,value",
    "manifest.version,1.0",
    `oneroster.version,${version}`,
    `file.academicSessions,${mode("academicSessions")}`,
    "file.categories,absent",
    `file.classes,${mode("classes")}`,
    "file.demographics,absent",
    `file.enrollments,${mode("enrollments")}`,
    `file.orgs,${mode("orgs")}`,
    ...(version === "1.2" ? [`file.roles,${mode("roles")}`] : []),
    `file.users,${mode("users")}`,
  ];
}

/** One district, one school, two classes (3 and 2 students), one teacher, one principal. */
function places(): RosterLines {
  return {
    orgs: [
      "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
      "d1,,,Harbour District,district,D-1,",
      's1,,,"Harbour School, North",school,S-1,d1',
    ],
    academicSessions: [
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
      "y1,,,2026/27,schoolYear,2026-08-15,2027-06-15,,2027",
      "t1,,,Autumn,term,2026-08-15,2026-12-20,y1,2027",
    ],
    classes: [
      "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
      'c1,,,Maths 9,"10,09",k1,MA9,scheduled,,s1,t1,,,',
      "c2,,,Homeroom 9B,09,k1,,homeroom,,s1,t1,,,",
    ],
    enrollments: [
      "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
      "e1,,,c1,s1,p1,student,,2026-08-15,2026-12-20",
      "e2,,,c1,s1,p2,student,,,",
      "e3,,,c1,s1,p3,student,,,",
      "e4,,,c1,s1,p4,teacher,true,,",
      "e5,,,c2,s1,p1,student,,,",
      "e6,,,c2,s1,p2,student,false,,",
    ],
  };
}

export function roster11(): RosterLines {
  return {
    manifest: manifestLines("1.1"),
    ...places(),
    users: [
      "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
      "p1,,,true,s1,student,ana,,Ana,Ruiz,,,ana@pupils.example,555-1,555-2,,09,hunter2",
      "p2,,,true,s1,student,ben,,Ben,Okafor,,,ben@pupils.example,,,,09,",
      "p3,,,true,s1,student,cy,,Cy,Lund,,,,,,,10,",
      'p4,,,true,"s1,d1",teacher,tea,,Tea,Moss,,,tea@school.example,,,,,secret4',
      "p5,,,true,s1,administrator,pat,,Pat,Head,,,pat@school.example,,,,,",
    ],
  };
}

export function roster12(): RosterLines {
  return {
    manifest: manifestLines("1.2"),
    ...places(),
    users: [
      "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
      "p1,,,true,ana,,Anastasia,Ruiz,,,ana@pupils.example,555-1,555-2,,09,hunter2,,,Ana,,,s1,",
      "p2,,,true,ben,,Ben,Okafor,,,ben@pupils.example,,,,09,,,,,,,s1,",
      "p3,,,true,cy,,Cy,Lund,,,,,,,10,,,,,,,s1,",
      "p4,,,true,tea,,Tea,Moss,,,tea@school.example,,,,,secret4,,,,,,s1,",
      "p5,,,true,pat,,Pat,Head,,,pat@school.example,,,,,,,,,,,s1,",
    ],
    roles: [
      "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
      "r1,,,p1,primary,student,,,s1,",
      "r2,,,p2,primary,student,,,s1,",
      "r3,,,p3,primary,student,,,s1,",
      "r4,,,p4,primary,teacher,,,s1,",
      "r5,,,p4,secondary,districtAdministrator,,,d1,",
      "r6,,,p5,primary,principal,,,s1,",
    ],
  };
}

export function textsOf(lines: RosterLines): RosterTexts {
  return Object.fromEntries(
    Object.entries(lines).map(([name, rows]) => [name, `${rows.join("\r\n")}\r\n`]),
  );
}

export function filesOf(lines: RosterLines, folder = ""): { name: string; bytes: Uint8Array }[] {
  return Object.entries(textsOf(lines)).map(([name, text]) => ({
    name: `${folder}${name}.csv`,
    bytes: strToU8(text),
  }));
}

export function zipOf(
  files: readonly { name: string; bytes: Uint8Array }[],
): { name: string; bytes: Uint8Array }[] {
  const bytes = zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])));
  return [{ name: "roster.zip", bytes }];
}

export function parsed(lines: RosterLines): ParsedRoster {
  const result = parseRoster(textsOf(lines), { today });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.roster;
}

export function diffOf(lines: RosterLines, current: RosterSnapshot = emptySnapshot): RosterDiff {
  return diffRoster(current, parsed(lines));
}

/** Replaces, in one file, the line that starts with `${id},` by another, or removes it. */
export function withLine(
  lines: RosterLines,
  file: keyof RosterLines,
  id: string,
  replacement: string | null,
): RosterLines {
  const rows = lines[file] ?? [];
  const index = rows.findIndex((row) => row.startsWith(`${id},`));
  if (index === -1) throw new Error(`no line ${id} in ${file}`);
  const next = [...rows];
  next.splice(index, 1, ...(replacement === null ? [] : [replacement]));
  return { ...lines, [file]: next };
}

export function withAdded(
  lines: RosterLines,
  file: keyof RosterLines,
  ...added: string[]
): RosterLines {
  return { ...lines, [file]: [...(lines[file] ?? []), ...added] };
}

export function importOf(
  lines: RosterLines,
  current: RosterSnapshot = emptySnapshot,
): RosterSnapshot {
  return applyDiff(current, diffOf(lines, current));
}
