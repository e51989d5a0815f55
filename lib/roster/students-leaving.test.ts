import { describe, expect, it } from "vitest";
import { diffOf, importOf, roster11 } from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";

describe("many students leaving", () => {
  const header = roster11().users![0]!;
  const school = (students: number): RosterLines => ({
    ...roster11(),
    users: [
      header,
      ...Array.from(
        { length: students },
        (_, i) => `q${String(i)},,,true,s1,student,u,,G,F,,,,,,,09,`,
      ),
    ],
    enrollments: [
      roster11().enrollments![0]!,
      ...Array.from(
        { length: students },
        (_, i) => `n${String(i)},,,c1,s1,q${String(i)},student,,,`,
      ),
    ],
  });
  const current = importOf(school(10));

  it("asks above 30%, not at 30%", () => {
    expect(diffOf(school(7), current).needsConfirmation).toBeNull();
    expect(diffOf(school(6), current).needsConfirmation).toEqual({
      code: "manyStudentsLeave",
      leavingStudents: 4,
      activeStudents: 10,
      share: 0.4,
    });
  });

  it("counts students who stay but lose their last class", () => {
    const lines = { ...school(10), enrollments: school(6).enrollments! };
    expect(diffOf(lines, current).needsConfirmation).toMatchObject({ leavingStudents: 4 });
    expect(
      diffOf({ ...lines, enrollments: school(0).enrollments! }, current).needsConfirmation,
    ).toMatchObject({ share: 1 });
  });
});
