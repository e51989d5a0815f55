import { describe, expect, it } from "vitest";
import { readRequest } from "./adult-request";

describe("what a student typed to ask for an adult", () => {
  it("keeps line breaks in the message, and the name on one line", () => {
    expect(readRequest({ name: " Ana\r\n María ", message: "One\r\ntwo\n" })).toEqual({
      ok: true,
      name: "Ana María",
      message: "One\ntwo",
    });
  });

  it("may have no message, and must have a name that is more than invisible characters", () => {
    expect(readRequest({ name: "Ana", message: "  " })).toMatchObject({ ok: true, message: "" });
    expect(readRequest({ name: " \u200b\t", message: "x" })).toEqual({
      ok: false,
      name: "missing",
    });
  });

  it("is refused where it is too long, field by field", () => {
    expect(readRequest({ name: "n".repeat(80), message: "m".repeat(500) }).ok).toBe(true);
    expect(readRequest({ name: "n".repeat(81), message: "m".repeat(501) })).toEqual({
      ok: false,
      name: "too-long",
      message: "too-long",
    });
  });

  it("loses what the database refuses or what would turn text round", () => {
    expect(readRequest({ name: "A\u0000na", message: "a\u0000b\u202ec\ud800" })).toMatchObject({
      name: "A na",
      message: "abc",
    });
  });
});
