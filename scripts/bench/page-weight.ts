import type { Browser, BrowserContextOptions } from "@playwright/test";

/** What a browser that has never been there gets of a page; bytes as they came over the wire. */
interface PageWeight {
  readonly scriptBytes: number;
  readonly scripts: number;
  /** As the document says of itself; 0 where it does not. */
  readonly documentBytes: number;
  readonly hosts: readonly string[];
  readonly status: number;
}

/** Opens an address with an empty cache and counts what comes, `settleMs` after the network went quiet included. */
export async function weighPage(
  browser: Browser,
  address: string,
  settleMs: number,
  options: BrowserContextOptions = {},
): Promise<PageWeight> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const scripts = new Set<string>();
    const hosts = new Set<string>();
    let scriptBytes = 0;
    let documentBytes = 0;
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      hosts.add(new URL(response.url).host);
      if (type === "Script") scripts.add(requestId);
      if (type === "Document") {
        documentBytes = Number(response.headers["content-length"] ?? documentBytes);
      }
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    const response = await page.goto(address);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(settleMs);
    const status = response?.status() ?? 0;
    return { scriptBytes, scripts: scripts.size, documentBytes, hosts: [...hosts], status };
  } finally {
    await context.close();
  }
}
