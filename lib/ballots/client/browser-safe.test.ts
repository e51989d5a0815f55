import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folders = ["client", "wire"].map((name) => {
  return { name, path: fileURLToPath(new URL(`../${name}/`, import.meta.url)) };
});
const files = folders.flatMap(({ name, path }) =>
  readdirSync(path)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({ name: `${name}/${file}`, text: readFileSync(path + file, "utf8") })),
);

describe("code that runs in the browser", () => {
  it("was found", () => {
    expect(files.length).toBeGreaterThan(12);
  });

  it.each(files)("$name imports nothing of Node and nothing of the server", ({ text }) => {
    const imports = [...text.matchAll(/from "([^"]+)"/g)].map((match) => match[1] ?? "");
    const allowed =
      /^(@\/lib\/ballots\/(client|wire)\/|@\/lib\/canonical-json$|@hpke\/|@cloudflare\/blindrsa-ts$)/;
    expect(imports.filter((path) => !allowed.test(path))).toEqual([]);
    expect(text).not.toMatch(/\b(Buffer|process|require|Math\.random|Date\.now)\b/);
  });
});
