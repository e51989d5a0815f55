import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

import { CHROMIUM_FLAGS } from "./chromium-flags";

const AUDITS = 3;

/** Lighthouse's scores of a page, 0 to 100, rounded: the lowest of three audits. */
export async function lighthouseScores(
  chromePath: string,
  address: string,
  { desktop = false, cookie }: { readonly desktop?: boolean; readonly cookie?: string } = {},
): Promise<{
  readonly audits: number;
  readonly performance: number;
  readonly accessibility: number;
}> {
  const scores: { performance: number; accessibility: number }[] = [];
  for (let audit = 0; audit < AUDITS; audit += 1) {
    const chrome = await launch({ chromePath, chromeFlags: [...CHROMIUM_FLAGS] });
    try {
      const outcome = await lighthouse(
        address,
        {
          port: chrome.port,
          onlyCategories: ["performance", "accessibility"],
          logLevel: "error",
          ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
        },
        desktop ? desktopConfig : undefined,
      );
      const shown = outcome?.lhr.finalDisplayedUrl;
      // A session that is not taken would give the scores of the sign-in page.
      if (shown !== undefined && new URL(shown).pathname !== new URL(address).pathname) {
        throw new Error(`${address} led to ${shown}`);
      }
      const { performance, accessibility } = outcome?.lhr.categories ?? {};
      scores.push({
        performance: 100 * (performance?.score ?? 0),
        accessibility: 100 * (accessibility?.score ?? 0),
      });
    } finally {
      chrome.kill();
    }
  }
  const lowest = (key: "performance" | "accessibility") =>
    Math.round(Math.min(...scores.map((score) => score[key])));
  return {
    audits: AUDITS,
    performance: lowest("performance"),
    accessibility: lowest("accessibility"),
  };
}
