import { describe, expect, it } from "vitest";
import {
  aboutInHundred,
  belongingRows,
  detectionRows,
  falseAlarmRows,
  inHundred,
  naiveRows,
  wholeRuleRows,
} from "@/lib/flags/rate-words";
import { BLIND_TO, falseAlarmRate } from "@/lib/flags/wording";
import { ordinaryDetection } from "@/lib/simulation/flag-rates";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";

describe("measured shares in words", () => {
  it.each([
    [0.0104, "1.0"],
    [0.0467, "4.7"],
    [0.0994, "9.9"],
    [0.0996, "10"],
    [0.847, "85"],
    [0.0004, "under 0.1"],
    [0, "0.0"],
  ])("%s is %s in 100", (rate, words) => {
    expect(inHundred({ rate })).toBe(words);
  });

  it("are whole numbers in a sentence", () => {
    expect(aboutInHundred({ rate: 0.397 })).toBe("about 40 in 100");
    expect(aboutInHundred({ rate: 0.004 })).toBe("fewer than 1 in 100");
  });
});

describe("tables of the page", () => {
  it.each([
    ["false alarms", falseAlarmRows(MEASURED_RATES), 2],
    ["naive rules", naiveRows(MEASURED_RATES), 3],
    ["detection", detectionRows(MEASURED_RATES, "base"), 2],
    ["detection, second term", detectionRows(MEASURED_RATES, "second"), 2],
    ["low belonging", belongingRows(MEASURED_RATES), 2],
    ["whole rule", wholeRuleRows(MEASURED_RATES), 2],
  ])("%s: every row has a name of its own and a number in every column", (_, rows, columns) => {
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { cells } of rows) {
      expect(cells).toHaveLength(columns);
      for (const cell of cells) expect(cell).toMatch(/^(under )?\d+(\.\d)?$/);
    }
  });
});

describe("flags", () => {
  it("quote the checked-in result and no other number", () => {
    const { act, watch } = ordinaryDetection(MEASURED_RATES, 25);
    expect(BLIND_TO).toContain(`${aboutInHundred(act)} get an act flag`);
    expect(BLIND_TO).toContain(`${aboutInHundred(watch)} a watch flag`);
    const free = MEASURED_RATES.combined[0]!.rates.troubleFree;
    expect(falseAlarmRate("both", "act")).toContain(inHundred(free.act));
    const alarms = MEASURED_RATES.falseAlarms.base.rule.class["new-absences"];
    expect(falseAlarmRate("rising-absence", "watch")).toContain(inHundred(alarms.watch));
  });
});
