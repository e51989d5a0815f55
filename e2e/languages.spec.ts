import { test } from "@playwright/test";

import { languageJourneys } from "./students/language-journeys";
import { pageLanguages } from "./students/page-languages";
import { demoDesk } from "./support/demo-desk";

const { sessions } = demoDesk();

test.describe("in every language", () => {
  pageLanguages(sessions);
  languageJourneys(sessions);
});
