import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneRosterDemographics, RACE_COLUMNS, raceOrEthnicity, readFlag } from "./one-roster";
import { offeredSources } from "./sources";

/** The header of the 1.2 binding; 1.1 has the same columns. */
const HEADER =
  "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus,metadata.homeLanguage".split(
    ",",
  );
const category = (...trueColumns: string[]) =>
  raceOrEthnicity((column) => trueColumns.includes(column));

describe("race or ethnicity of OneRoster's flags", () => {
  it.each([
    [[], null],
    [["white"], "White"],
    [["asian"], "Asian"],
    [["americanIndianOrAlaskaNative"], "American Indian or Alaska Native"],
    [["blackOrAfricanAmerican"], "Black or African American"],
    [["nativeHawaiianOrOtherPacificIslander"], "Native Hawaiian or Other Pacific Islander"],
    [["white", "asian"], "Two or more races"],
    [["demographicRaceTwoOrMoreRaces"], "Two or more races"],
    [["demographicRaceTwoOrMoreRaces", "white"], "Two or more races"],
    [["hispanicOrLatinoEthnicity"], "Hispanic or Latino"],
    [["hispanicOrLatinoEthnicity", "white", "asian"], "Hispanic or Latino"],
  ])("%j is %s", (columns, expected) => {
    expect(category(...columns)).toBe(expected);
  });

  it("gives one category to whoever has a flag, Hispanic before all else", () => {
    fc.assert(
      fc.property(fc.subarray([...RACE_COLUMNS]), (columns) => {
        const found = category(...columns);
        expect(found === null).toBe(columns.length === 0);
        expect(found === "Hispanic or Latino").toBe(columns.includes("hispanicOrLatinoEthnicity"));
        // The order of the columns in a file does not matter.
        expect(category(...columns.toReversed())).toBe(found);
      }),
    );
  });

  it("reads flags as systems write them", () => {
    expect(["true", "TRUE", " 1 ", "yes", "Y"].map(readFlag)).toEqual([
      ...[true, true, true, true, true],
    ]);
    expect(["false", "0", "No", ""].map(readFlag)).toEqual([false, false, false, null]);
    expect(readFlag("perhaps")).toBeUndefined();
  });
});

describe("what OneRoster's file offers", () => {
  it("is sex, race or ethnicity and added columns, and never a birth date or place", () => {
    expect(isOneRosterDemographics(HEADER)).toBe(true);
    expect(offeredSources(HEADER).map(({ name }) => name)).toEqual([
      "sex",
      "race or ethnicity",
      "home language",
    ]);
  });

  it("is found whatever the case, and not in a file that has no such column", () => {
    expect(isOneRosterDemographics(["SOURCEDID", "Sex"])).toBe(true);
    expect(isOneRosterDemographics(["sourcedId", "homeLanguage"])).toBe(false);
    expect(isOneRosterDemographics(["Student_id", "sex"])).toBe(false);
  });

  it("drops a value of race columns that is neither true nor false, naming the column", () => {
    const race = offeredSources(HEADER).find(({ source }) => source.kind === "race");
    const row = HEADER.map((name) => (name === "asian" ? "maybe" : ""));
    expect(race?.read(row)).toEqual({ column: "asian", reason: "is neither true nor false" });
  });

  it("takes unspecified for not recorded, and keeps other words", () => {
    const sex = offeredSources(["sourcedId", "sex"])[0];
    expect(
      ["Male", "unspecified", "", "non-binary"].map((cell) => sex?.read(["p1", cell])),
    ).toEqual(["male", null, null, "non-binary"]);
  });
});
