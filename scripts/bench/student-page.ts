import { chromium } from "@playwright/test";

import { type Instance, startInstance } from "@/e2e/support/instance";

import { CHROMIUM_FLAGS } from "./chromium-flags";
import { type Figure, percentile, whole } from "./figure";
import { lighthouseScores } from "./lighthouse-scores";
import { weighPage } from "./page-weight";

/**
 * Lighthouse's "slow 4G" as applied to a real browser (lighthouse/core/config/constants.js, mobileSlow4G): 1.6 Mbit/s,
 * 150 ms there and back, times 3.75 for what a connection costs, and 0.9 for what it really carries.
 */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_474.56 * 1_000) / 8,
  uploadThroughput: (675 * 1_000) / 8,
};
/** The "slow 3G" of Chromium's own tools: 400 kbit/s, 2 s. */
const SLOW_3G = {
  offline: false,
  latency: 2_000,
  downloadThroughput: (400 * 1_000) / 8,
  uploadThroughput: (400 * 1_000) / 8,
};
const SLOWDOWN = 4;
const VISITS = 7;
/** Parts that come later, when the page has nothing else to do. */
const LATER_MS = 3_000;
const FLAGS = [...CHROMIUM_FLAGS];

/** The student's page as a phone gets it by the link of a slip: weight, first question, Lighthouse. */
export async function benchStudentPage(): Promise<Figure[]> {
  const executable = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const instance = await startInstance({ demo: true });
  try {
    return [
      ...(await weighed(instance, executable)),
      ...(await firstQuestion(instance, executable)),
      ...(await audited(instance, executable)),
    ];
  } finally {
    await instance.stop();
  }
}

function slipOf(instance: Instance): string {
  const link = instance.links?.student;
  if (link === undefined) throw new Error("the demonstration has no student's link");
  return link;
}

async function weighed(instance: Instance, executablePath: string): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const weight = await weighPage(browser, slipOf(instance), LATER_MS);
    const own = new URL(instance.url).host;
    return [
      {
        what: "Student's page: JavaScript, compressed, with the parts that come later",
        result: `${(weight.scriptBytes / 1_000).toFixed(1)} kB in ${String(weight.scripts)} files`,
      },
      {
        what: "Student's page: requests to other hosts",
        result: String(weight.hosts.filter((host) => host !== own).length),
      },
      ...(weight.documentBytes === 0
        ? []
        : [
            {
              what: "Student's page: document",
              result: `${whole(weight.documentBytes / 1_000)} kB`,
            },
          ]),
    ];
  } finally {
    await browser.close();
  }
}

async function firstQuestion(instance: Instance, executablePath: string): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const time = async (network: typeof SLOW_4G) => {
      const seen: number[] = [];
      const awake: number[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send("Network.enable");
        await session.send("Network.emulateNetworkConditions", network);
        await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
        await page.addInitScript(WATCH_FIRST_QUESTION);
        await page.goto(slipOf(instance), { waitUntil: "commit" });
        await page.waitForFunction(() => (window as unknown as Times).awake > 0, undefined, {
          timeout: 60_000,
        });
        const times = await page.evaluate(() => {
          const { firstQuestion, awake } = window as unknown as Times;
          return { firstQuestion, awake };
        });
        seen.push(times.firstQuestion);
        awake.push(times.awake);
        await context.close();
      }
      const words = (times: readonly number[]) =>
        `median ${(percentile(times, 0.5) / 1_000).toFixed(2)} s, slowest ${(Math.max(...times) / 1_000).toFixed(2)} s`;
      return `visible ${words(seen)}; answering by tap ${words(awake)}`;
    };
    return [
      { what: "First question, slow 4G, processor 4 times slower", result: await time(SLOW_4G) },
      { what: "First question, slow 3G, processor 4 times slower", result: await time(SLOW_3G) },
    ];
  } finally {
    await browser.close();
  }
}

/** What the page notes of itself, in milliseconds from the beginning of the visit. */
interface Times {
  firstQuestion: number;
  awake: number;
}

/**
 * In the page: when the first answer can be seen, and when the page's script has taken over. As text: what is compiled
 * here calls functions that no page has.
 */
const WATCH_FIRST_QUESTION = `
  window.firstQuestion = 0;
  window.awake = 0;
  (function look() {
    const seen = [...document.querySelectorAll("input[type=radio]")].some(
      (input) => input.getBoundingClientRect().height > 0,
    );
    if (seen && window.firstQuestion === 0) window.firstQuestion = performance.now();
    if (seen && document.querySelector("[data-beginning]") === null) window.awake = performance.now();
    else requestAnimationFrame(look);
  })();
`;

async function audited(instance: Instance, chromePath: string): Promise<Figure[]> {
  const { audits, performance, accessibility } = await lighthouseScores(
    chromePath,
    slipOf(instance),
  );
  return [
    {
      what: `Lighthouse, mobile, slow 4G: lowest of ${String(audits)}`,
      result: `performance ${String(performance)}, accessibility ${String(accessibility)}`,
    },
  ];
}
