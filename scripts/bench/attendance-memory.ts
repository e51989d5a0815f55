/**
 * Peak memory of importing half a million attendance rows, in a process that does nothing else:
 *
 *     npx tsx scripts/bench/attendance-memory.ts [rows] [heap limit in MB; 0: none]
 *
 * Makes a roster of 20 schools and 10,000 students in a database of its own, writes an attendance file
 * in Clever's format, and applies it in a child process whose peak resident size it prints.
 *
 * The child gets a heap of 128 MB unless told otherwise. Without a limit V8 lets garbage lie as long as
 * the machine has memory (measured: 270 to 370 MB); what the import needs is what it finishes with.
 */
import { fork } from "node:child_process";
import { createWriteStream } from "node:fs";
import { statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

import { isoDate, isWeekend } from "@/lib/attendance/calendar-date";
import { closeDatabase, configureDatabase, type DatabaseSettings } from "@/lib/data/client";
import { applyAttendanceFile } from "@/lib/services/attendance/apply-attendance-file";
import type { ServiceContext } from "@/lib/services/context";
import { applyRosterFiles } from "@/lib/services/rosters/apply-roster-files";

import { startTemporaryCluster } from "../postgres/temporary-cluster";
import { cloneTemplate, makeTemplate } from "../testing/template-database";

const SCHOOLS = 20;
const CLASSES_PER_SCHOOL = 20;
const STUDENTS_PER_CLASS = 25;
const FIRST_DAY = 20_700; // 2026-09-04
const SCHOOL_DAYS = 120;

interface Task {
  readonly settings: DatabaseSettings;
  readonly path: string;
}

interface Report {
  readonly peakMegabytes: number;
  readonly idleMegabytes: number;
  readonly seconds: number;
  readonly added: number;
}

/** A district administrator at a fixed time after every generated row. */
async function context(): Promise<ServiceContext> {
  const { randomBytes, randomUUID } = await import("node:crypto");
  return {
    actor: {
      kind: "staff",
      accountId: randomUUID(),
      name: "Bench",
      role: "district-administrator",
      schoolIds: [],
      classIds: [],
    },
    now: new Date("2027-09-01T12:00:00Z"),
    randomBytes,
    randomUuid: randomUUID,
  };
}

function* students(): Generator<{ id: string; classId: string; schoolId: string }> {
  for (let school = 0; school < SCHOOLS; school += 1) {
    for (let group = 0; group < CLASSES_PER_SCHOOL; group += 1) {
      for (let seat = 0; seat < STUDENTS_PER_CLASS; seat += 1) {
        const classId = `c${school}-${group}`;
        yield { id: `student-${school}-${group}-${seat}`, classId, schoolId: `s${school}` };
      }
    }
  }
}

function rosterFiles(): { name: string; bytes: Uint8Array }[] {
  const lines: Record<string, string[]> = {
    manifest: [
      "propertyName,value",
      "manifest.version,1.0",
      "oneroster.version,1.1",
      ...["orgs", "academicSessions", "classes", "users", "enrollments"].map(
        (name) => `file.${name},bulk`,
      ),
    ],
    orgs: ["sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId"],
    academicSessions: [
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
      "y,,,Year,schoolYear,2026-08-01,2028-07-01,,2027",
    ],
    classes: [
      "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    ],
    users: [
      "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
    ],
    enrollments: [
      "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    ],
  };
  for (let school = 0; school < SCHOOLS; school += 1) {
    lines.orgs?.push(`s${school},,,School ${school},school,,`);
    for (let group = 0; group < CLASSES_PER_SCHOOL; group += 1) {
      lines.classes?.push(`c${school}-${group},,,Class,07,k,,homeroom,,s${school},y,,,`);
    }
  }
  for (const { id, classId, schoolId } of students()) {
    lines.users?.push(`${id},,,true,${schoolId},student,${id},,Given,Family,,,,,,,07,`);
    lines.enrollments?.push(`e-${id},,,${classId},${schoolId},${id},student,false,,`);
  }
  return Object.entries(lines).map(([name, rows]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(rows.join("\n")),
  }));
}

function* attendanceLines(rows: number): Generator<string> {
  yield "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code,Attendance_id\n";
  const all = [...students()];
  const days: string[] = [];
  for (let day = FIRST_DAY; days.length < SCHOOL_DAYS; day += 1) {
    if (!isWeekend(day)) days.push(isoDate(day));
  }
  // Every student in turn, on a day of their own: no two rows are about the same student and day.
  for (let at = 0; at < rows; at += 1) {
    const student = all[at % all.length];
    const turn = Math.floor(at / all.length);
    const date = days[(turn * 7 + at * 13) % days.length] ?? "";
    const status = at % 10 === 0 ? "tardy" : "absent";
    if (student !== undefined) {
      yield `${student.id},${student.schoolId},,${date},daily,${status},E,row-${at}\n`;
    }
  }
}

async function applyInChild(task: Task): Promise<void> {
  configureDatabase(task.settings);
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const idleMegabytes = megabytes();
  const started = performance.now();
  const applied = await applyAttendanceFile(await context(), task.path);
  if (!applied.ok) throw new Error(applied.code);
  const report: Report = {
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    idleMegabytes,
    seconds: (performance.now() - started) / 1000,
    added: applied.summary.added,
  };
  process.send?.(report);
  await closeDatabase();
}

async function main(rows: number, heap: number): Promise<void> {
  const cluster = await startTemporaryCluster();
  try {
    const database = await cloneTemplate(await makeTemplate(cluster.postgres.urlFor));
    const { web, ballot, sealer } = database.urls;
    const settings: DatabaseSettings = {
      ...{ webUrl: web, ballotUrl: ballot, sealerUrl: sealer, schema: database.schema },
    };
    configureDatabase(settings);
    const roster = await applyRosterFiles(await context(), rosterFiles());
    if (!roster.ok) throw new Error(JSON.stringify(roster));
    await closeDatabase();
    const path = join(cluster.dir, "attendance.csv");
    await pipeline(attendanceLines(rows), createWriteStream(path));
    const report = await new Promise<Report>((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ["child"], {
        stdio: "inherit",
        execArgv: [...process.execArgv, ...(heap > 0 ? [`--max-old-space-size=${heap}`] : [])],
      });
      child.once("message", (message) => {
        resolve(message as Report);
      });
      child.once("exit", (code) => {
        reject(new Error(`the importing process ended with ${String(code)}`));
      });
      child.send({ settings, path } satisfies Task);
    });
    const size = (statSync(path).size / 1024 / 1024).toFixed(0);
    console.log(
      `${rows} rows (${size} MB) of ${SCHOOLS} schools, ${report.added} records added in ${report.seconds.toFixed(1)} s: ` +
        `peak resident memory ${report.peakMegabytes} MB (${report.idleMegabytes} MB before it began).`,
    );
  } finally {
    await cluster.destroy();
  }
}

if (process.argv[2] === "child") {
  process.once("message", (task) => {
    applyInChild(task as Task).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
} else {
  await main(Number(process.argv[2] ?? "500000"), Number(process.argv[3] ?? "128"));
  process.exit(0);
}
