import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = "lib/data";

// pg prepares a statement once a connection, by its name: a second statement of that name fails there, now and then.
it("no two prepared statements have the same name", () => {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts") && !/[.]i?test[.]ts$/u.test(file))
    .flatMap((file) =>
      [...readFileSync(join(FOLDER, file), "utf8").matchAll(/(?:\bname: "([a-z-]+)",\s*text:|\bgroupsWhere\(\s*"([a-z-]+)")/gu)].map(
        ([, own, given]) => own ?? given,
      ),
    );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
