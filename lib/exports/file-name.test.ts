import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, nameIn } from "./file-name";

describe("contentDisposition", () => {
  it("names a file for old programs and for new ones", () => {
    expect(contentDisposition("7B Élan results", "csv")).toBe(
      `attachment; filename="7B Elan results.csv"; filename*=UTF-8''7B%20%C3%89lan%20results.csv`,
    );
    expect(contentDisposition("班级", "pdf")).toBe(
      `attachment; filename="_.pdf"; filename*=UTF-8''%E7%8F%AD%E7%BA%A7.pdf`,
    );
    expect(contentDisposition('../..\\a"b;\r\nx: y', "xlsx")).toMatch(
      /filename="[a-z ._]+\.xlsx";/u,
    );
    expect(contentDisposition("", "csv")).toContain('filename="hearth.csv"');
  });

  it("is read back as a whole", () => {
    expect(nameIn(contentDisposition("7B Élan (1) results", "csv"))).toBe(
      "7B Élan (1) results.csv",
    );
    expect(nameIn("attachment")).toBeNull();
    expect(nameIn(null)).toBeNull();
  });

  it("is a header whatever the class is called", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("ᩕ", "\uD800", "..", "\u0000")),
        (title) => {
          const header = contentDisposition(title, "csv");
          expect(header).toMatch(
            /^attachment; filename="[^"\\/\r\n]+\.csv"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/u,
          );
          expect(() => new Headers({ "content-disposition": header })).not.toThrow();
          expect(nameIn(header)).toMatch(/^[^/\\]+\.csv$/u);
        },
      ),
    );
  });
});
