import { demoTruths } from "@/prisma/seed/truths";

import type { Instance } from "./instance";
import { asOwner } from "./pulse";
import type { Role } from "./sessions";

/** A page of the demonstration with a name for its picture; `role` undefined: nobody is signed in. */
export interface DemoPage {
  readonly name: string;
  readonly path: string;
  readonly role?: Role;
}

/** Every kind of page there is, with something on it. */
export async function demoPages(instance: Instance): Promise<DemoPage[]> {
  const one = async (text: string) => (await asOwner<{ id: string }>(instance, text))[0]?.id ?? "";
  const open = await one("SELECT id FROM waves WHERE state = 'open' ORDER BY opens_at LIMIT 1");
  const sealed = await one(
    "SELECT id FROM waves WHERE state = 'sealed' ORDER BY opens_at DESC LIMIT 1",
  );
  const flag = await one(`SELECT id FROM flags WHERE class_id = '${demoTruths.lowAndRising}'`);
  const cohort = await one("SELECT id FROM cohorts ORDER BY saved_at LIMIT 1");
  const account = await one("SELECT id FROM accounts WHERE email = 'teacher@larkfield.example'");
  const plan = await one("SELECT id FROM plans WHERE state = 'finished' ORDER BY start_on LIMIT 1");
  const running = await one(
    "SELECT id FROM plans WHERE state = 'running' ORDER BY start_on LIMIT 1",
  );
  const slip = new URL(instance.links?.student ?? "").pathname;
  const staff = (name: string, path: string, role: Role = "administrator"): DemoPage => ({
    name,
    path,
    role,
  });
  return [
    { name: "front", path: "/" },
    { name: "sign-in", path: "/sign-in" },
    { name: "invitation-unknown", path: "/invitation/unknown" },
    { name: "mail-stop-unknown", path: "/mail/stop/unknown" },
    { name: "student-join", path: "/s" },
    { name: "student-welcome", path: slip },
    { name: "student-welcome-es", path: `${slip}?lang=es` },
    { name: "trust-open", path: `/trust/${open}` },
    { name: "trust-sealed", path: `/trust/${sealed}` },
    { name: "trust-sealed-es", path: `/trust/${sealed}?lang=es&list=7` },
    { name: "questions-public-es", path: "/questions/hearth-rotating-6-12.2?lang=es" },
    { name: "not-found", path: "/nothing-here" },
    staff("overview", "/overview"),
    staff("overview-classes", "/overview/classes"),
    staff("overview-trends", "/overview/trends"),
    staff("overview-unknown-school", "/overview/trends?school=no-such-school"),
    staff("school-rising-grade", `/schools/${demoTruths.risingGrade.schoolId}`),
    staff("district", "/district"),
    staff("flags", "/flags"),
    staff("flags-table", "/flags?view=table"),
    staff("flag-to-answer", `/flags/${flag}`, "teacher"),
    staff("flag", `/flags/${flag}`),
    staff("flags-how-they-work", "/flags/how-they-work", "teacher"),
    staff("plans", "/plans"),
    staff("plan-finished", `/plans/${plan}`),
    staff("plan-running", `/plans/${running}`, "teacher"),
    staff("strategies", "/strategies?about=peer-contact&grades=13", "teacher"),
    staff("strategy", "/strategies/cooperative-tasks", "teacher"),
    staff("classes", "/classes"),
    staff("classes-odd-link", "/classes?classes.is.grade=Grade+7&classes.hide=school,mood"),
    staff("class-low-and-rising", `/classes/${demoTruths.lowAndRising}`, "teacher"),
    staff("class-ordinary", "/classes/cls-1-08"),
    staff("class-in-rising-grade", "/classes/cls-3-14"),
    staff("class-withheld", `/classes/${demoTruths.underTen[0]}`),
    staff("class-unanimous", `/classes/${demoTruths.unanimous}`),
    staff("class-talk", `/classes/${demoTruths.lowAndRising}/talk`, "teacher"),
    staff("class-talk-withheld", `/classes/${demoTruths.underTen[0]}/talk`),
    staff("class-talk-unanimous", `/classes/${demoTruths.unanimous}/talk`),
    staff("class-report", `/classes/${demoTruths.lowAndRising}/report`, "teacher"),
    staff("class-report-withheld", `/classes/${demoTruths.underTen[0]}/report`),
    staff("school-report", "/schools/sch-1/report"),
    staff("compare-empty", "/cohorts"),
    staff(
      "compare",
      `/cohorts?c=school:sch-1&c=set:${cohort}&c=grades:7&c=school:sch-3&theme=belonging&theme=acceptance`,
    ),
    staff("compare-new-set", "/cohorts/new?school=sch-1"),
    staff("compare-set", `/cohorts/${cohort}`),
    staff("waves", "/waves"),
    staff("wave-new", "/waves/new"),
    staff("wave-new-teacher", "/waves/new", "teacher"),
    staff("wave-open", `/waves/${open}`),
    staff("wave-sealed", `/waves/${sealed}`),
    staff("words", `/waves/${sealed}/words`),
    staff("slips", `/waves/${open}/classes/cls-1-08/slips`),
    staff("class-card", `/waves/${open}/classes/cls-1-08/card`),
    staff("questions", "/instruments"),
    staff("questions-rotating", "/instruments/hearth-rotating-6-12.2"),
    staff("questions-new", "/instruments/new"),
    staff("questions-full", "/instruments/hearth-full-6-12.2"),
    staff("questions-print-es", "/instruments/hearth-class-3-5.2/print?lang=es"),
    staff("languages", "/languages"),
    staff("families", "/participation"),
    staff("family-notice-es", "/participation/notice?lang=es&consent=active&groups=on&words=on"),
    staff("rosters", "/rosters"),
    staff("demographics", "/rosters/demographics"),
    staff("attendance", "/attendance"),
    staff("people", "/people"),
    staff("person", `/people/${account}`),
    staff("help-for-students", "/help-for-students"),
    staff("settings", "/settings"),
    staff("audit", "/audit"),
    staff("account", "/account"),
    staff("staff-not-found", "/classes/no-such-class"),
  ];
}
