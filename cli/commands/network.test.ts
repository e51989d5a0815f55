import { describe, expect, it } from "vitest";
import { fileWith, hearth, rowsOf } from "../testing/spawn-hearth";

const run = (ties: string, ...args: string[]) =>
  hearth(["network", fileWith("ties.csv", `from,to\n${ties}`), ...args]);
const json = (ties: string, ...args: string[]) => JSON.parse(run(ties, "--json", ...args).out);

describe("hearth network", () => {
  it("gives the reference's figures for Zachary's karate club", () => {
    const { out, code } = hearth(["network", "lib/network/testdata/zachary_edges.csv"]);
    expect(code).toBe(0);
    const [row] = rowsOf(out);
    expect(row).toMatchObject({ members: "34", ties: "78", directed: "false", reciprocity: "" });
    expect(Math.abs(Number(row?.["density"]) - 0.13903743)).toBeLessThan(1e-6);
    expect(Math.abs(Number(row?.["degreeCentralization"]) - 0.39962121)).toBeLessThan(1e-6);
  });

  it("reads ties as directed where one is returned, and as it is told", () => {
    const ties = "a,b\nb,a\nb,c\n";
    expect(run(ties).err).toContain("read as directed");
    expect(json(ties)).toMatchObject({ directed: true, ties: 3, density: 0.5 });
    expect(json(ties).reciprocity).toBeCloseTo(2 / 3, 12);
    expect(json(ties, "--undirected")).toMatchObject({ ties: 2, reciprocity: null });
    expect(json("a,b\nb,c\n", "--directed")).toMatchObject({ directed: true, reciprocity: 0 });
  });

  it("counts members without ties when told how many there are", () => {
    expect(json("a,b\n", "--members", "4").density).toBeCloseTo(1 / 6, 12);
    expect(json("a,b\n")).toMatchObject({ density: 1, degreeCentralization: null });
    const { err, code } = run("a,b\nb,c\n", "--members", "2");
    expect(code).toBe(1);
    expect(err).toContain("names 3 members, more than --members 2");
  });

  it.each([
    ["a,a\n", 'line 2, column "to": a tie of a to itself'],
    ["a,\n", 'line 2, column "to": is empty'],
    ["a,b\nb,c\na,b\n", "line 4: this tie is already on line 2"],
    ["a,b,c\n", "line 2: has 3 cells"],
    ["", "has no rows below its header"],
  ])("refuses %j with file, line, column and reason", (ties, message) => {
    const { out, err, code } = run(ties);
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain("ties.csv");
    expect(err).toContain(message);
  });

  it("does not take both kinds of tie", () => {
    expect(run("a,b\n", "--directed", "--undirected").code).toBe(2);
  });
});
