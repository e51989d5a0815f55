import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileWith, hearth, rowsOf } from "../testing/spawn-hearth";

const DATA = "lib/attendance/testdata";
const WEEKLY = `${DATA}/attendance_fixture_weekly.csv`;
const HEADER = "school,class,week,pupil_days,absent_days,new_absences\n";
const run = (text: string, ...args: string[]) =>
  hearth(["rising-absence", fileWith("weeks.csv", text), ...args]);

const expectedRows = rowsOf(readFileSync(`${DATA}/attendance_fixture_expected.csv`, "utf8"));
const keyOf = (row: Record<string, string>) =>
  [row["school"], row["class"], row["week"], row["series"]].join(" ");

describe("class-weeks", () => {
  it.each([
    ["new", "new_absences"],
    ["absent", "absent_days"],
  ])("--series %s gives the reference's row for every class-week", (option, series) => {
    const { out, code } = hearth(["rising-absence", WEEKLY, "--series", option]);
    expect(code).toBe(0);
    expect(out.split("\n", 1)[0]).toBe("school,class,week,series,phi,O,mu,theta,z,tier");
    const expected = expectedRows.filter((row) => row["series"] === series);
    const found = new Map(rowsOf(out).map((row) => [keyOf(row), row]));
    expect(found.size).toBe(expected.length);
    for (const row of expected) {
      const mine = found.get(keyOf(row));
      expect([mine?.["O"], mine?.["tier"]]).toEqual([row["O"], row["tier"]]);
      for (const name of ["phi", "mu", "theta", "z"])
        expect(Math.abs(Number(mine?.[name]) - Number(row[name]))).toBeLessThan(1e-6);
    }
  });

  it("gives the same as JSON, from standard input, and new absences unless asked", () => {
    const { out } = hearth(["rising-absence", "-", "--json"], readFileSync(WEEKLY, "utf8"));
    const rows = JSON.parse(out);
    expect(rows).toHaveLength(528);
    const act = rows.find((r: { tier: string }) => r.tier === "act");
    expect(act).toMatchObject({ school: "S1", class: "C01", week: "13", series: "new_absences" });
    expect(Math.abs(act.z - 3.88476212)).toBeLessThan(1e-6);
  });

  it("--weeks takes the thresholds of the term's length: lower for 10 weeks, higher for 36", () => {
    const shown = (...args: string[]) =>
      rowsOf(hearth(["rising-absence", WEEKLY, ...args]).out).filter(
        (row) => row["tier"] === "watch" || row["tier"] === "act",
      ).length;
    expect(shown("--weeks", "18")).toBe(shown());
    expect(shown("--weeks", "10")).toBeGreaterThan(shown());
    expect(shown("--weeks", "36")).toBeLessThan(shown());
    const { code, err } = hearth(["rising-absence", WEEKLY, "--weeks", "7"]);
    expect([code, err]).toEqual([2, expect.stringContaining("--weeks")]);
  });

  it("falls back to absent days where new absences are not counted; --latest gives one week", () => {
    const lines = readFileSync(WEEKLY, "utf8").trim().split("\n");
    const without = lines.map((line) => line.split(",").slice(0, 5).join(","));
    const rows = rowsOf(run(without.join("\n"), "--latest").out);
    expect(new Set(rows.map((row) => `${row["week"]} ${row["series"]}`))).toEqual(
      new Set(["18 absent_days"]),
    );
    expect(rows).toHaveLength(48);
  });

  /** `classes` classes, weeks 1 to 9, 5 of 100 student-days new absences each. */
  const weeks = (classes: number, skip: (c: number, w: number) => boolean = () => false) =>
    Array.from({ length: classes * 9 }, (_, i) => [Math.floor(i / 9), (i % 9) + 1] as const)
      .filter(([c, w]) => !skip(c, w))
      .map(([c, w]) => `s,c${String(c)},${String(w)},100,9,5\n`)
      .join("");

  it.each([
    ["one class", weeks(1), "no-comparison"],
    ["a gap in the window", weeks(3, (c, w) => c === 0 && w === 7), "gap-in-window"],
    ["few weeks", weeks(3, (_, w) => w > 6), "short-baseline"],
  ])("says why there is no figure for %s", (_, rows, reason) => {
    const { out, err, code } = run(HEADER + rows, "--latest");
    expect(code).toBe(0);
    expect(out).toContain(`s,c0,`);
    expect(rowsOf(out)[0]).toMatchObject({ phi: "", z: "", tier: reason });
    expect(err).toContain(reason);
    expect(out).not.toContain("NaN");
  });

  it("has nothing to say about weeks without student-days, and says that", () => {
    const { out, err, code } = run(`${HEADER}s,c,1,0,0,0\n`);
    expect({ out, code }).toEqual({
      out: "school,class,week,series,phi,O,mu,theta,z,tier\n",
      code: 0,
    });
    expect(err).toContain("No class has student-days");
  });

  it.each([
    [
      "s,c,1,10,2,1\ns,c,1,10,2,1\n",
      'line 3, column "week": week 1 of class c in s is already on line 2',
    ],
    ["s,c,1,10,11,1\n", 'line 2, column "absent_days": 11 is more than the pupil_days, 10'],
    ["s,c,1,10,2,3\n", 'column "new_absences": 3 is more than the absent_days, 2'],
    ["s,c,1,10,-2,1\n", 'column "absent_days": "-2" is not a whole number'],
    ["s,c,1,,2,1\n", 'column "pupil_days": is empty'],
    ["s,,1,10,2,1\n", 'column "class": is empty'],
    ["s,c,Monday,10,2,1\n", 'column "week": "Monday" is not a week'],
    ["s,c,1,10,2\n", "has 5 cells where the header has 6"],
    ["", "has no rows below its header"],
  ])("refuses %j with file, line, column and reason", (rows, message) => {
    const { out, err, code } = run(HEADER + rows);
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain("weeks.csv");
    expect(err).toContain(message);
  });

  it("refuses a file that is neither kind", () => {
    expect(run("a,b\n1,2\n").err).toContain('column "school": there is no such column');
  });
});

describe("daily rows in Clever's format", () => {
  const WEEKS = 10;
  /** Seeded, so that the counts below are the same each time: numerical recipes' generator. */
  function* draws(): Generator<number, never> {
    for (let state = 12345; ;) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      yield state / 2 ** 32;
    }
  }
  const random = draws();
  const day = (index: number) =>
    new Date(Date.UTC(2026, 8, 7) + (Math.floor(index / 5) * 7 + (index % 5)) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  const students = Array.from({ length: 120 }, (_, s) => ({
    id: `p${String(s)}`,
    section: `c${String(s % 6)}`,
    absent: Array.from({ length: WEEKS * 5 }, (_unused, d) => {
      // c3 rises in its last four weeks.
      const rate = s % 6 === 3 && d >= 30 ? 0.3 : 0.08;
      return random.next().value < rate;
    }),
  }));
  const HEAD =
    "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status\n";
  const daily = (type: string, everyone: boolean, section: boolean) =>
    HEAD +
    students
      .flatMap(({ id, section: name, absent }) =>
        absent.map((gone, d) =>
          gone || everyone
            ? `${id},s,${section ? name : ""},${day(d)},${type},${gone ? "absent" : "present"}\n`
            : "",
        ),
      )
      .join("");
  /** The same as class-weeks, counted here and not by Hearth. */
  const counted = () => {
    let text = HEADER;
    for (let c = 0; c < 6; c++)
      for (let w = 0; w < WEEKS; w++) {
        const members = students.filter(({ section }) => section === `c${String(c)}`);
        let [absences, fresh] = [0, 0];
        for (const { absent } of members)
          for (let d = w * 5; d < w * 5 + 5; d++) {
            if (!absent[d]) continue;
            absences++;
            if (!absent[d - 1]) fresh++;
          }
        text += `s,c${String(c)},${day(w * 5)},${String(members.length * 5)},${String(absences)},${String(fresh)}\n`;
      }
    return text;
  };
  const fromWeeks = run(counted()).out;
  const roster =
    "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n" +
    students.map(({ id, section }) => `e${id},${section},s,${id},student,,\n`).join("") +
    "et,c0,s,t1,teacher,,\n";

  it.each(["daily", "section"])("%s rows of everybody count as class-weeks do", (type) => {
    const { out, err, code } = run(daily(type, true, true));
    expect(code, err).toBe(0);
    expect(out).toBe(fromWeeks);
    expect(
      rowsOf(out).find((row) => row["class"] === "c3" && row["week"] === day(45)),
    ).toMatchObject({ tier: "act" });
    expect(err).toContain("No roster was given");
  });

  it("absence-only rows need a roster, and count alike with it", () => {
    const file = daily("daily", false, false);
    const refused = run(file);
    expect(refused).toMatchObject({ out: "", code: 1 });
    expect(refused.err).toContain("--enrollments");
    const sections = run(daily("daily", false, true));
    expect(sections.err).toContain("lists absences and not who was there");
    const { out, code } = run(file, "--enrollments", fileWith("enrollments.csv", roster));
    expect(code).toBe(0);
    expect(out).toBe(fromWeeks);
  });

  it("takes the last row of a student and day: an absence taken back is none", () => {
    const file = daily("daily", true, true);
    const wrong = `p3,s,c3,${day(49)},daily,absent\np3,s,c3,${day(49)},daily,${students[3]?.absent[49] ? "absent" : "present"}\n`;
    expect(run(file + wrong).out).toBe(fromWeeks);
  });

  it.each([
    [`p1,s,c1,2026-02-30,daily,absent\n`, 'column "Attendance_date": "2026-02-30" is not a date'],
    [
      `p1,s,c1,2026-02-03,daily,asleep\n`,
      'column "Attendance_status": "asleep" is not a known status',
    ],
    [`,s,c1,2026-02-03,daily,absent\n`, 'column "Student_id": is empty'],
    ["", "has no rows below its header"],
  ])("refuses %j with file, line, column and reason", (rows, message) => {
    const { out, err, code } = run(HEAD + rows);
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain(message);
  });

  it("takes a roster with daily rows only", () => {
    const { err, code } = run(counted(), "--enrollments", fileWith("e.csv", roster));
    expect(code).toBe(2);
    expect(err).toContain("--enrollments goes with daily rows");
  });
});
