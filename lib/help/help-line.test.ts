import { describe, expect, it } from "vitest";
import { dialled, helpLineSchema, linesFor } from "./help-line";

const line = { language: "en", name: "Youth line", phone: "", textNumber: "", chatUrl: "" };
const problems = (more: Partial<typeof line>) => {
  const read = helpLineSchema.safeParse({ ...line, ...more });
  return read.success ? [] : read.error.issues.map(({ path }) => path[0]);
};

describe("a help line", () => {
  it.each(["988", "+1 (800) 273-8255", "800.273.8255", "(800) 273-8255"])("takes %s", (phone) => {
    expect(problems({ phone })).toEqual([]);
    expect(problems({ textNumber: phone })).toEqual([]);
  });

  it.each([
    "98",
    "1-800-CALL-NOW",
    "tel:988",
    "988;ext=5",
    "988,,1",
    "#31#555 1234",
    "1234567890123456",
  ])("refuses the number %s", (phone) => {
    expect(problems({ phone })).toEqual(["phone"]);
  });

  it.each([
    "http://chat.example.org",
    "javascript:alert(1)",
    "https://a:b@chat.example.org",
    "chat.example.org",
    "https://localhost",
  ])("refuses the chat address %s", (chatUrl) => {
    expect(problems({ chatUrl })).toEqual(["chatUrl"]);
  });

  it("is reached in at least one way, has a name, and keeps what it does not have as null", () => {
    expect(problems({})).toEqual(["phone"]);
    expect(problems({ name: " ", phone: "988" })).toEqual(["name"]);
    expect(problems({ name: "a\u0000b", phone: "988" })).toEqual(["name"]);
    expect(problems({ language: "xx", phone: "988" })).toEqual(["language"]);
    expect(helpLineSchema.parse({ ...line, chatUrl: "https://chat.example.org" })).toEqual({
      ...{ language: "en", name: "Youth line", phone: null, textNumber: null },
      chatUrl: "https://chat.example.org/",
    });
  });
});

it("dials digits, and a plus at the front", () => {
  expect(dialled("+1 (800) 273-8255")).toBe("+18002738255");
  expect(dialled("(800) 273.8255")).toBe("8002738255");
});

it("students see the lines of their language, then those for everybody", () => {
  const lines = ["all", "en", "es"].map((language) => ({ language }));
  expect(linesFor(lines, "es").map(({ language }) => language)).toEqual(["es", "all"]);
});
