import { describe, expect, it } from "vitest";
import { readMailFrom, readSmtpUrl } from "./mail-settings";

describe("the address of a mail server", () => {
  it("says host, port, login and how it is encrypted", () => {
    expect(readSmtpUrl("smtp://hearth:p%40ss%2Fw@mail.example.org")).toEqual({
      ...{ host: "mail.example.org", port: 587, tls: "required" },
      login: { user: "hearth", password: "p@ss/w" },
    });
    expect(readSmtpUrl("smtps://mail.example.org")).toMatchObject({ port: 465, tls: "implicit" });
    expect(readSmtpUrl("smtp://mail.example.org:2525/?tls=off")).toEqual({
      ...{ host: "mail.example.org", port: 2525, tls: "off", login: undefined },
    });
    // To this very machine there is nobody in between, unless it is asked for.
    expect(readSmtpUrl("smtp://localhost:25")?.tls).toBe("off");
    expect(readSmtpUrl("smtp://[::1]:25")).toMatchObject({ host: "::1", tls: "off" });
    expect(readSmtpUrl("smtp://localhost:25?tls=required")?.tls).toBe("required");
  });

  it("is refused where it cannot be meant", () => {
    for (const text of [
      "mail.example.org",
      "https://mail.example.org",
      "smtp://",
      "smtp://mail.example.org/path",
      "smtp://mail.example.org?tls=maybe",
      "smtps://mail.example.org?tls=off",
      "smtp://:password@mail.example.org",
      "smtp://u:%zz@mail.example.org",
    ]) {
      expect(readSmtpUrl(text), text).toBeNull();
    }
  });
});

describe("whom mail comes from", () => {
  it("is an address, with a name or without", () => {
    expect(readMailFrom("hearth@example.org")).toEqual({
      name: "Hearth",
      address: "hearth@example.org",
    });
    expect(readMailFrom(" Larkfield Schools <hearth@example.org> ")).toEqual({
      name: "Larkfield Schools",
      address: "hearth@example.org",
    });
  });

  it("is refused where it is several, none, or more than one line", () => {
    for (const text of [
      "hearth",
      "a@example.org, b@example.org",
      "Hearth <hearth@example.org",
      "Hearth\r\nBcc: <x@example.org>",
      "<>",
      "a b@example.org",
    ]) {
      expect(readMailFrom(text), text).toBeNull();
    }
  });
});
