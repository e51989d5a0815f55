import type { Transport } from "@/lib/ballots/client/post-with-retry";

/** The browser's own network, chance and clock, for a page and for its worker. */
export const browserTransport: Transport = {
  fetch: (url, init) => fetch(url, init),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
