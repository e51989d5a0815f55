import { describe, expect, it } from "vitest";
import { fileWith, hearth, shell } from "./testing/spawn-hearth";

const COMMANDS = ["reliability", "rising-absence", "low-belonging", "network"];

describe("the command line", () => {
  it("lists its commands, and says for each what it reads and prints", () => {
    const { out, code } = hearth(["--help"]);
    expect(code).toBe(0);
    for (const command of COMMANDS) {
      expect(out).toContain(command);
      const help = hearth([command, "--help"]);
      expect(help.out).toContain(`Usage: hearth ${command}`);
      expect(help).toMatchObject({ err: "", code: 0 });
    }
  });

  it.each([
    [[], "Name a command."],
    [["divine"], 'There is no command "divine".'],
    [["network"], "Name the file to read"],
    [["network", "a.csv", "b.csv"], '"b.csv" is one too many'],
    [["network", "a.csv", "--loops"], "Unknown option '--loops'"],
    [["network", "a.csv", "--members", "few"], '--members needs a number, not "few"'],
    [["rising-absence", "a.csv", "--series", "both"], "--series is new or absent"],
    [["reliability", "a.csv", "--min", "5", "--max", "1"], "--min must be below --max"],
    [["reliability", "a.csv", "--items", "a,,b"], "--items needs names"],
    [["low-belonging", "a.csv", "--unit", "percent"], "--unit is count or share or score"],
  ])("%j is a wrong command line: exit 2 and why", (args, message) => {
    const { out, err, code } = hearth(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe("");
  });

  it.each(COMMANDS)("%s refuses a file that is not there, or empty, or no CSV", (command) => {
    const missing = hearth([command, "no-such.csv"]);
    expect(missing).toMatchObject({ code: 1, out: "" });
    expect(missing.err).toContain("no-such.csv: there is no such file");
    expect(hearth([command, "-"], "").err).toContain("standard input: is empty");
    const zip = hearth([command, fileWith("book.csv", "PK\u0003\u0004\u0000\u0000")]);
    expect(zip).toMatchObject({ code: 1, out: "" });
    expect(zip.err).toContain("Excel workbook");
    expect(hearth([command, "lib"]).err).toContain("lib: is a directory");
  });

  it("runs from a checkout through npm, and finds a file beside the person who names it", () => {
    const run = shell(
      "cd lib/network/testdata && npm run -s hearth -- network zachary_edges.csv --json",
    );
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ members: 34, ties: 78 });
  });

  it("stops quietly when its reader has seen enough", () => {
    const fixture = "lib/attendance/testdata/attendance_fixture_weekly.csv";
    // More than a pipe holds, so that the command is still writing when the reader leaves.
    const { out, err, code } = shell(`$HEARTH rising-absence ${fixture} --json | head -n 2`);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe("[");
    expect(err).not.toMatch(/EPIPE|Error|at /);
  });
});
