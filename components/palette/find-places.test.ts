import { describe, expect, it } from "vitest";

import { findPlaces, pageGroup } from "./find-places";

const groups = [
  pageGroup([{ href: "/flags", label: "Flags", icon: "flags" }]),
  {
    heading: "Classes",
    places: Array.from({ length: 30 }, (_class, index) => ({
      href: `/classes/${String(index)}`,
      name: `Room ${String(index)}`,
      detail: index === 20 ? "Peña School" : "Elm School",
    })),
  },
];

const names = (query: string) =>
  findPlaces(groups, query).flatMap(({ places }) => places.map(({ name }) => name));

describe("findPlaces", () => {
  it("finds by words in any order, without case and accents, in the quieter text too", () => {
    expect(names("pena room")).toEqual(["Room 20"]);
    expect(names("FLAG")).toEqual(["Flags"]);
  });

  it("puts first what begins with what was typed", () => {
    expect(names("room 2")).toEqual([
      ...["Room 2", "Room 20", "Room 21", "Room 22", "Room 23", "Room 24", "Room 25", "Room 26"],
    ]);
  });

  it("lists the beginning of everything at first, and nothing where nothing matches", () => {
    expect(names("")).toHaveLength(2 + 8);
    expect(findPlaces(groups, "zebra")).toEqual([]);
  });
});
