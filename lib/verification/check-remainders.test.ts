import { describe, expect, it } from "vitest";
import { checkRemainders } from "@/lib/verification/check-remainders";
import { Hierarchy } from "@/lib/verification/hierarchy";
import type { FileGroup } from "@/lib/verification/release-file";

/** `id parent n`, hidden with a `-` before the id; `parent&lang=C+D` counts several categories. */
function groups(...lines: readonly string[]): readonly FileGroup[] {
  return lines.map((line) => {
    const [name = "", parent = "", size = "", seats = size] = line.split(" ");
    const id = name.replace("-", "");
    const [, category] = id.split("=");
    const n = Number(size);
    return {
      id,
      level: "any",
      margin: category === undefined ? "class" : "lang",
      by: category === undefined ? {} : { lang: category },
      ...(category?.includes("+") === true ? { merged: category.split("+") } : {}),
      parent: parent === "." ? null : parent,
      n,
      participation: { lo: n, hi: n, seats: Number(seats) },
      withheld: name.startsWith("-") ? "hidden" : null,
      cells: {},
    };
  });
}

const worked = (...lines: readonly string[]) =>
  checkRemainders(new Hierarchy(groups(...lines)), 10)?.message ?? null;

describe("what subtraction leaves", () => {
  it("is found at one depth", () => {
    expect(worked("g . 40", "a g 20", "b g 11", "-c g 9")).toBe(
      "g without a, b leaves 9 respondents to be worked out",
    );
    expect(worked("g . 40", "a g 20", "-b g 11", "-c g 9")).toBeNull();
    expect(worked("g . 40", "a g 20", "b g 20")).toBeNull();
  });

  it("is found below a hidden group: its shown classes leave its hidden one", () => {
    expect(worked("s . 60", "-g s 30", "h s 30", "a g 13", "b g 12", "-c g 5")).toContain(
      "leaves 5",
    );
    expect(worked("s . 60", "-g s 30", "-h s 30", "a g 13", "b g 12", "-c g 5")).toBeNull();
  });

  it("is found among the categories of a demographic", () => {
    const school = ["s . 60", "s&lang=A s 30", "s&lang=B s 25"];
    expect(worked(...school, "-s&lang=C s 5")).toContain("leaves 5");
    expect(worked("s . 60", "s&lang=A s 30", "-s&lang=B s 25", "-s&lang=C s 5")).toBeNull();
  });

  it("is nothing where single ballots of a demographic got lost", () => {
    expect(worked("s . 60 70", "s&lang=A s 30 40", "s&lang=B s 25 30")).toBeNull();
  });

  it("is found where a demographic has no category for some", () => {
    expect(worked("s . 60 70", "s&lang=A s 30 40", "s&lang=B s 25 24")).toContain("leaves 5");
  });

  it("is found where a hidden group is known from its classes", () => {
    const grade = ["s . 80", "-g s 30", "-h s 50", "g&lang=A g 24", "-g&lang=B g 6"];
    expect(worked(...grade)).toBeNull();
    expect(worked(...grade, "a g 15", "b g 15")).toContain("g without g&lang=A leaves 6");
  });

  it("is found across levels: a category of the school without the same in its grades", () => {
    const school = ["s . 80", "g s 40", "h s 40", "s&lang=A s 50", "s&lang=B s 30"];
    const grades = ["g&lang=A g 20", "g&lang=B g 20", "h&lang=A h 30", "-h&lang=B h 10"];
    expect(worked(...school, ...grades)).toBeNull();
    const close = ["g&lang=A g 17", "g&lang=B g 23", "-h&lang=A h 33", "-h&lang=B h 7"];
    expect(worked(...school, ...close)).toContain("s&lang=B without g&lang=B leaves 7");
  });

  it("is found though the school's own category is hidden: the others give it away", () => {
    const found = worked(
      ...["s . 80", "g s 40", "h s 40", "s&lang=A s 50", "-s&lang=B s 30"],
      ...["g&lang=A g 17", "g&lang=B g 23", "-h&lang=A h 33", "-h&lang=B h 7"],
    );
    expect(found).toContain("leaves 7");
  });

  it("knows which categories were merged", () => {
    const school = ["s . 70", "g s 40", "h s 30", "s&lang=A s 40", "s&lang=B+C s 30"];
    expect(worked(...school, "g&lang=A g 15", "g&lang=B g 25", "-h&lang=A h 25")).toContain(
      "s&lang=B+C without g&lang=B leaves 5",
    );
  });
});
