import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readRosterArchive } from "@/lib/roster/read-archive";
import { filesOf, roster11, roster12, textsOf, zipOf } from "@/lib/roster/testdata/roster-files";

function codeOf(
  files: { name: string; bytes: Uint8Array }[],
  limits?: { maxTotalBytes: number; maxEntries: number },
) {
  const result = readRosterArchive(files, limits);
  return result.ok ? "ok" : result.problems.map((problem) => problem.code).join();
}

describe("readRosterArchive", () => {
  it.each([
    ["a zip with the files at its root", zipOf(filesOf(roster12()))],
    ["a zip with the files in one folder", zipOf(filesOf(roster12(), "export 2026/"))],
    ["loose files", filesOf(roster12())],
    [
      "a zip with what macOS adds",
      zipOf([
        ...filesOf(roster12(), "x/"),
        { name: "__MACOSX/x/._users.csv", bytes: strToU8("junk") },
        { name: "x/.DS_Store", bytes: strToU8("junk") },
      ]),
    ],
  ])("reads %s", (_name, files) => {
    const result = readRosterArchive(files);
    expect(result).toEqual({ ok: true, texts: textsOf(roster12()), notices: [] });
  });

  it("removes a byte order mark", () => {
    const [first, ...rest] = filesOf(roster11());
    const marked = { name: first!.name, bytes: strToU8(`\ufeff${textsOf(roster11()).manifest!}`) };
    const result = readRosterArchive([marked, ...rest]);
    expect(result.ok && result.texts.manifest).toBe(textsOf(roster11()).manifest);
  });

  it("never opens demographics.csv and userProfiles.csv, and says so", () => {
    const secret = { name: "demographics.csv", bytes: new Uint8Array([0xff, 0xff, 0xff]) };
    const profiles = { name: "userProfiles.csv", bytes: strToU8("sesame") };
    for (const files of [
      [...filesOf(roster12()), secret, profiles],
      zipOf([...filesOf(roster12()), secret, profiles]),
    ]) {
      const result = readRosterArchive(files);
      expect(result.ok && result.notices.map((notice) => notice.code)).toEqual([
        "privateFileNotRead",
        "privateFileNotRead",
      ]);
      expect(JSON.stringify(result)).not.toContain("sesame");
    }
  });

  it("names files it does not know, reads names in another case", () => {
    const files = filesOf(roster11()).map((file) => ({
      ...file,
      name: file.name === "users.csv" ? "Users.CSV" : file.name,
    }));
    const result = readRosterArchive([
      ...files,
      { name: "notes.txt", bytes: strToU8("x") },
      { name: "courses.csv", bytes: strToU8("x") },
    ]);
    expect(result.ok && result.notices.map((notice) => `${notice.code} ${notice.file}`)).toEqual([
      "fileNameCase Users.CSV",
      "fileIgnored notes.txt",
    ]);
    expect(result.ok && result.texts.users).toBe(textsOf(roster11()).users);
  });

  it("refuses what is no roster", () => {
    expect(codeOf([])).toBe("noFiles");
    expect(codeOf([{ name: "r.zip", bytes: strToU8("not a zip") }])).toBe("notAZip");
    expect(codeOf([{ name: "notes.txt", bytes: strToU8("hello") }])).toBe("noRosterFiles");
    expect(codeOf(zipOf([{ name: "photo.jpg", bytes: strToU8("x") }]))).toBe("noRosterFiles");
    expect(codeOf(zipOf(filesOf(roster11(), "a/b/")))).toBe("noRosterFiles");
    expect(codeOf([...zipOf(filesOf(roster11())), ...filesOf(roster11())])).toBe("mixedUpload");
    expect(codeOf([...filesOf(roster11()), ...filesOf(roster11())])).toBe("duplicateFile");
    expect(codeOf(zipOf([...filesOf(roster11()), ...filesOf(roster11(), "copy/")]))).toBe(
      "duplicateFile",
    );
  });

  it("reports a damaged or cut-off zip", () => {
    const [zip] = zipOf(filesOf(roster11()));
    expect(codeOf([{ name: "r.zip", bytes: zip!.bytes.slice(0, 400) }])).toBe("damagedZip");
    const spoilt = zip!.bytes.slice();
    spoilt.fill(0xff, 60, 200);
    expect(codeOf([{ name: "r.zip", bytes: spoilt }])).toBe("damagedZip");
  });

  it.each([
    "../users.csv",
    "/etc/users.csv",
    "x\\..\\users.csv",
    "C:users.csv",
    "a/../users.csv",
    "us\u0000ers.csv",
  ])("refuses the path %j", (name) => {
    expect(codeOf([{ name, bytes: strToU8("x") }])).toBe("unsafePath");
    expect(codeOf(zipOf([{ name, bytes: strToU8("x") }]))).toBe("unsafePath");
  });

  it("refuses zip bombs by declared size and by number of files, before unpacking", () => {
    const bomb = zipSync({ "users.csv": new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    const limits = { maxTotalBytes: 1_000_000, maxEntries: 20 };
    expect(codeOf([{ name: "r.zip", bytes: bomb }], limits)).toBe("zipTooLarge");
    expect(codeOf([{ name: "users.csv", bytes: new Uint8Array(1_000_001) }], limits)).toBe(
      "zipTooLarge",
    );
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [`f${String(i)}.txt`, strToU8("x")]),
    );
    expect(codeOf([{ name: "r.zip", bytes: zipSync(many) }], limits)).toBe("tooManyEntries");
  });

  it("a bomb that lies about its size stays as small as it claims", () => {
    const bomb = zipSync({ "users.csv": new Uint8Array(5_000_000).fill(0x61) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      // uncompressed size in the central directory record, which starts with PK\1\2
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    const result = readRosterArchive([{ name: "r.zip", bytes: bomb }], {
      maxTotalBytes: 1_000_000,
      maxEntries: 20,
    });
    expect(result.ok ? result.texts.users!.length <= 100 : result.problems[0]!.code).toSatisfy(
      (seen) => seen === true || seen === "damagedZip",
    );
  });

  it("reports the line that is not UTF-8, and UTF-16", () => {
    const latin1 = Buffer.from("sourcedId,name\n1,Ana\n2,José\n", "latin1");
    expect(readRosterArchive([{ name: "orgs.csv", bytes: latin1 }])).toMatchObject({
      ok: false,
      problems: [{ code: "unreadableEncoding", file: "orgs.csv", line: 3 }],
    });
    const utf16 = Buffer.from("\ufeffsourcedId", "utf16le");
    expect(codeOf([{ name: "orgs.csv", bytes: utf16 }])).toBe("unreadableEncoding");
  });
});
