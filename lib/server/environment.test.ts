import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { EnvironmentError, readEnvironment } from "./environment";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "hearth-environment-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function refusal(source: Record<string, string>): string {
  try {
    readEnvironment(source, cwd);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error("was accepted");
}

describe("an empty environment", () => {
  it("is complete, with secrets that only the owner can read and that stay the same", () => {
    const first = readEnvironment({}, cwd);
    expect(first).toMatchObject({
      port: 3000,
      url: "http://localhost:3000",
      ownerUrl: undefined,
      roleUrls: undefined,
      schema: "hearth_default",
      dataDir: join(cwd, "data"),
      keyDir: join(cwd, "keys"),
      jobs: "inline",
    });
    expect(first.sessionSecret).not.toBe(first.seatPepper);
    expect(statSync(join(cwd, "data/secrets.json")).mode & 0o777).toBe(0o600);
    expect(readEnvironment({}, cwd)).toEqual(first);
  });

  it("takes a blank value for an unset one, as in a copied .env.example", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: " " }, cwd)).toMatchObject({
      port: 3000,
      ownerUrl: undefined,
    });
  });
});

describe("what cannot work is refused in words that help", () => {
  it("names every wrong variable at once", () => {
    const said = refusal({ PORT: "70000", LOG_LEVEL: "loud", HEARTH_DISTRICT_SCHEMA: "A-b" });
    expect(said).toContain("PORT must be between 1 and 65535");
    expect(said).toContain("LOG_LEVEL must be one of");
    expect(said).toContain("HEARTH_DISTRICT_SCHEMA must be lower-case");
    expect(said).toContain(".env.example");
  });

  it("wants a mail server and a sender, or neither, and repeats no password of it", () => {
    const url = "smtp://hearth:hunter2@mail.example.org";
    expect(readEnvironment({}, cwd).mail).toBeUndefined();
    expect(
      readEnvironment({ HEARTH_SMTP_URL: url, HEARTH_MAIL_FROM: "h@example.org" }, cwd).mail,
    ).toMatchObject({ host: "mail.example.org", from: { address: "h@example.org" } });
    expect(refusal({ HEARTH_SMTP_URL: url })).toContain("belong together");
    expect(refusal({ HEARTH_MAIL_FROM: "h@example.org" })).toContain("belong together");
    const said = refusal({ HEARTH_SMTP_URL: `${url}/path`, HEARTH_MAIL_FROM: "nobody" });
    expect(said).toContain("HEARTH_SMTP_URL must look like smtp://");
    expect(said).toContain("HEARTH_MAIL_FROM must be an address");
    expect(said).not.toContain("hunter2");
  });

  it("does not repeat a database password", () => {
    const said = refusal({ DATABASE_URL: "mysql://root:hunter2@db/x" });
    expect(said).toContain("DATABASE_URL must look like postgresql://");
    expect(said).not.toContain("hunter2");
  });

  it("wants all three role URLs or none", () => {
    expect(refusal({ HEARTH_WEB_DATABASE_URL: "postgresql://a:b@c/d" })).toContain("all three");
  });

  it("wants secrets that are long enough", () => {
    expect(refusal({ NEXTAUTH_SECRET: "short" })).toContain("NEXTAUTH_SECRET must be at least 32");
  });

  it("does not replace a damaged secrets file", () => {
    mkdirSync(join(cwd, "data"));
    writeFileSync(join(cwd, "data/secrets.json"), "{ not json");
    expect(() => readEnvironment({}, cwd)).toThrow(/damaged.*copy/);
    expect(readFileSync(join(cwd, "data/secrets.json"), "utf8")).toBe("{ not json");
  });
});

describe("where keys are kept", () => {
  it("is files, or a program that can be run", () => {
    expect(readEnvironment({}, cwd).keyDriver).toEqual({ kind: "file" });
    expect(
      readEnvironment({ HEARTH_KEY_STORE: "command", HEARTH_KEY_COMMAND: process.execPath }, cwd)
        .keyDriver,
    ).toEqual({ kind: "command", program: process.execPath });
    // Named, and not asked for.
    expect(readEnvironment({ HEARTH_KEY_COMMAND: process.execPath }, cwd).keyDriver).toEqual({
      kind: "file",
    });
  });

  it("is nowhere else", () => {
    expect(refusal({ HEARTH_KEY_STORE: "vault" })).toContain("must be one of file, command");
    expect(refusal({ HEARTH_KEY_STORE: "command" })).toContain("needs HEARTH_KEY_COMMAND");
    writeFileSync(join(cwd, "not-a-program"), "", { mode: 0o600 });
    for (const program of ["node", "/nowhere/at/all", join(cwd, "not-a-program")]) {
      expect(refusal({ HEARTH_KEY_STORE: "command", HEARTH_KEY_COMMAND: program })).toContain(
        "HEARTH_KEY_COMMAND must be the absolute path of a program",
      );
    }
  });
});

describe("keys and data lie apart", () => {
  it.each([
    [{ HEARTH_KEY_DIR: "data/keys" }],
    [{ HEARTH_KEY_DIR: "data" }],
    [{ HEARTH_KEY_DIR: "both", HEARTH_DATA_DIR: "both/data" }],
  ])("refuses %o", (source) => {
    expect(refusal(source)).toContain("must lie apart");
  });

  it("follows links", () => {
    mkdirSync(join(cwd, "data/inner"), { recursive: true });
    symlinkSync(join(cwd, "data/inner"), join(cwd, "link"));
    expect(refusal({ HEARTH_KEY_DIR: "link/keys" })).toContain("must lie apart");
  });

  it("accepts a directory whose name only begins alike", () => {
    expect(readEnvironment({ HEARTH_KEY_DIR: "data-keys" }, cwd).keyDir).toBe(
      join(cwd, "data-keys"),
    );
  });
});
