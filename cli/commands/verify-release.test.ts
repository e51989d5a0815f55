import { describe, expect, it } from "vitest";
import { gradeOf, withBands } from "@/lib/verification/testdata/forge-release";
import { fileWith, hearth } from "../testing/spawn-hearth";

const sound = await gradeOf([10, 3], [10, 10]);
const alone = [13, 16] as const;
const leaking = withBands(sound, {
  "grade:S1/7": alone,
  "school:S1": alone,
  "district:D": alone,
});
const PROVEN = "class:7B, q1: it is proven that everybody answered favourable";

const verify = (text: string, ...args: string[]) =>
  hearth(["verify-release", fileWith("release.json", text), ...args]);

describe("hearth verify-release", () => {
  it("says what it checked of a sound release, and ends with 0", () => {
    const { out, err, code } = verify(JSON.stringify(sound, null, 2));
    expect({ err, code }).toEqual({ err: "", code: 0 });
    const [checked, groups, attack, verdict] = out.trim().split("\n");
    expect(checked).toContain(
      "release.json: checked shape, hash, policy, structure, visibility, bands",
    );
    expect(groups).toBe("groups: 5, of which 5 shown; questions: 1");
    expect(attack).toMatch(/^joint attack: \d+ targets, \d+ programs solved with highs \d/);
    expect(verdict).toMatch(/^SOUND: /);
  });

  it("names what fails, and ends with 1", () => {
    const { out, code } = verify(JSON.stringify(leaking));
    expect(code).toBe(1);
    expect(out.trim().split("\n").at(-1)).toBe(`FAILED: ${PROVEN} (joint-attack)`);
  });

  it("prints one object with --json", () => {
    const { out, code } = verify(JSON.stringify(leaking), "--json");
    expect(code).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      failure: { check: "joint-attack", item: "q1", group: "class:7B", message: PROVEN },
      checked: { groups: 5, shown: 5, questions: 1 },
      notes: [],
    });
    expect(JSON.parse(verify(JSON.stringify(sound), "--json").out)).toMatchObject({
      ok: true,
      failure: null,
    });
  });

  it("reads standard input for -, and puts remarks on standard error", () => {
    const old = withBands({ ...sound, audit: { status: "not-run" } }, {});
    const { out, err, code } = hearth(["verify-release", "-"], JSON.stringify(old));
    expect(code).toBe(0);
    expect(out).toContain("standard input: checked");
    expect(err).toContain("ran no joint audit");
  });

  it.each([
    ["not JSON", "k,n\n1,2\n", "is not JSON"],
    ["nothing", " \n", "is empty"],
  ])("refuses a file of %s with the reason", (_, text, reason) => {
    const { out, err, code } = verify(text);
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain(`release.json: ${reason}`);
  });

  it("refuses JSON that is no release", () => {
    const { out, code } = verify('{"format":"hearth-release/2"}');
    expect(code).toBe(1);
    expect(out).toMatch(/FAILED: format: .* \(shape\)/);
  });

  it("knows a wrong command line, and a file that is not there", () => {
    expect(hearth(["verify-release"]).code).toBe(2);
    expect(hearth(["verify-release", "a.json", "b.json"]).code).toBe(2);
    const { err, code } = hearth(["verify-release", "/nowhere/release.json"]);
    expect(code).toBe(1);
    expect(err).toContain("there is no such file");
  });
});
