import { test } from "@playwright/test";

import { classroomBurst } from "./students/classroom-burst";
import { deviceJourneys } from "./students/device-journeys";
import { offlineJourneys } from "./students/offline-journeys";
import { demoDesk } from "./support/demo-desk";

const { sessions } = demoDesk();

test.describe("without a network", () => {
  offlineJourneys(sessions);
});

test.describe("one device", () => {
  deviceJourneys(sessions);
});

test.describe("a classroom", () => {
  classroomBurst(sessions);
});
