import { test } from "@playwright/test";

import { accessTable } from "./demo/access-table";
import { badInput } from "./demo/bad-input";
import { darkPages } from "./demo/dark-pages";
import { demoDesk } from "./support/demo-desk";

const { sessions, slips } = demoDesk();

test.describe("access", () => {
  accessTable(sessions);
});

test.describe("light and dark", () => {
  darkPages(sessions, slips);
});

// Last: it leaves a pulse behind.
test.describe("bad input", () => {
  badInput(sessions, slips);
});
