import { type Browser, test } from "@playwright/test";

import { type Instance, startInstance } from "./instance";
import { asOwner } from "./pulse";
import { printSlips } from "./pulse-desk";
import { Sessions } from "./sessions";

/** A class of the open pulse in which some have answered and some have not. */
const CLASS = { id: "cls-1-09", title: "7C" };

/** The end of the server's log that is printed when a test fails, in characters. */
const LOG_SHOWN = 4_000;

/** Unused slips of a class of the demonstration's open pulse. */
export interface DemoSlips {
  readonly joinCode: string;
  /** One unused slip a call. */
  readonly take: () => string;
}

interface DemoDesk {
  readonly hearth: Instance;
  readonly sessions: Sessions;
  readonly slips: DemoSlips;
}

/** For a whole file of tests: the demonstration, its signed-in browsers, and a sheet of slips, from its start to its end. */
export function demoDesk(): {
  readonly hearth: () => Instance;
  readonly sessions: () => Sessions;
  readonly slips: () => DemoSlips;
} {
  let desk: DemoDesk | undefined;
  const opened = () => {
    if (desk === undefined) throw new Error("the demonstration is not open yet");
    return desk;
  };
  test.use({ actionTimeout: 20_000, navigationTimeout: 30_000 });
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(480_000);
    desk = await openDesk(browser);
  });
  // What a page says when it fails is for its readers; why it failed is in the server's log.
  test.afterEach(({ browserName: _ }, { status, expectedStatus }) => {
    if (status !== expectedStatus) console.log(desk?.hearth.output().slice(-LOG_SHOWN));
  });
  test.afterAll(async () => {
    await desk?.hearth.stop();
  });
  return {
    hearth: () => opened().hearth,
    sessions: () => opened().sessions,
    slips: () => opened().slips,
  };
}

async function openDesk(browser: Browser): Promise<DemoDesk> {
  const hearth = await startInstance({ demo: true });
  const sessions = new Sessions(hearth, browser);
  const [wave] = await asOwner<{ id: string }>(hearth, "SELECT id FROM waves WHERE state = 'open'");
  const page = await sessions.page("administrator");
  const { joinCode, seatCodes } = await printSlips(page, hearth.url, {
    waveId: wave?.id ?? "",
    classId: CLASS.id,
    title: CLASS.title,
  });
  await page.context().close();
  let taken = 0;
  return { hearth, sessions, slips: { joinCode, take: () => seatCodes[taken++] ?? "" } };
}
