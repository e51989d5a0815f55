/**
 * The worker of the student's pages. It keeps a page that was opened once, so that it opens again without a network, and
 * sends sealed ballots when the network is back, also after the page was closed. It never sees an answer: what lies in
 * the outbox was sealed by the page. It keeps no request, no time and no address.
 */
import { browserTransport } from "@/components/student/device/browser-transport";
import { openDevice } from "@/components/student/device/device-store";
import { outboxIn } from "@/components/student/device/outbox";
import { sendAll, sendWith } from "@/components/student/device/send-entry";
import { SEND_TAG, type WorkerMessage } from "@/components/student/worker-client";
import { byteRange } from "@/lib/recordings/byte-range";
import { shuffled } from "@/lib/ballots/wire/random-order";

/** The parts of a service worker that are used; the compiler's own list is that of a page. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: "install" | "activate", on: (event: Waiting) => void): void;
  addEventListener(type: "fetch", on: (event: Fetching) => void): void;
  addEventListener(type: "message", on: (event: Waiting & { data: unknown }) => void): void;
  addEventListener(type: "sync", on: (event: Waiting & { tag: string }) => void): void;
}
interface Waiting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

const scope = self as unknown as WorkerScope;
const CACHE = "hearth-student-1";
/** A page that is on its way for longer than this is taken from the cache: some networks are there and do nothing. */
const PATIENCE_MS = 4_000;

scope.addEventListener("install", (event) => {
  event.waitUntil(scope.skipWaiting());
});
scope.addEventListener("activate", (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener("message", (event) => {
  const message = event.data as WorkerMessage;
  event.waitUntil(message.kind === "keep" ? keep(message.urls) : sendWhatWaits());
});

scope.addEventListener("sync", (event) => {
  if (event.tag === SEND_TAG) event.waitUntil(sendWhatWaits());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (isUnchanging(url.pathname)) event.respondWith(fromCacheFirst(request));
});

/** Files named by their content, and manifests, which a page checks against their hash. */
function isUnchanging(path: string): boolean {
  return /^\/(s\/files|api\/manifests|api\/recordings)\//u.test(path);
}

async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    urls.map(async (url) => {
      // What was kept before is there, or was put anew when the page was last fetched.
      if ((await cache.match(url)) === undefined) await cache.add(url).catch(() => undefined);
    }),
  );
}

/** The newest page where there is a network, else the one that was kept, in another language if need be. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = async () =>
    (await cache.match(request)) ?? (await cache.match(request, { ignoreSearch: true }));
  const fresh = fetch(request).then(async (response) => {
    // Only what a page asked to keep: a form for an adult never.
    const copy = response.ok && (await cache.match(request)) !== undefined && response.clone();
    // Not waited for: the student reads while it is put away.
    if (copy !== false) void cache.put(request, copy).catch(() => undefined);
    return response;
  });
  fresh.catch(() => undefined);
  const late = new Promise<"late">((resolve) => {
    setTimeout(() => {
      resolve("late");
    }, PATIENCE_MS);
  });
  try {
    const first = await Promise.race([fresh, late]);
    if (first !== "late") return first;
    return (await kept()) ?? (await fresh);
  } catch {
    return (
      (await kept()) ??
      (await cache.match("/s/no-network", { ignoreSearch: true })) ??
      Response.error()
    );
  }
}

/** A file, or the part of it that a player asks for: what is kept is whole, because a part cannot be. */
async function fromCacheFirst({ url, headers }: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const whole = (await cache.match(url)) ?? (await fetchAndKeep(cache, url));
  const range = headers.get("range");
  return range === null || !whole.ok ? whole : partOf(whole, range);
}

async function fetchAndKeep(cache: Cache, url: string): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) await cache.put(url, response.clone());
  return response;
}

async function partOf(whole: Response, header: string): Promise<Response> {
  const bytes = await whole.arrayBuffer();
  const size = bytes.byteLength;
  const range = byteRange(header, size);
  const headers = new Headers(whole.headers);
  if (range === "whole") return new Response(bytes, { headers });
  if (range === "outside") return new Response(null, { status: 416 });
  const { from, to } = range;
  headers.set("content-range", `bytes ${String(from)}-${String(to)}/${String(size)}`);
  headers.set("content-length", String(to - from + 1));
  return new Response(bytes.slice(from, to + 1), { status: 206, headers });
}

/** @throws where something still waits: the browser then wakes the worker again */
async function sendWhatWaits(): Promise<void> {
  const outbox = outboxIn(await openDevice(), () => Date.now());
  const shuffle = (ids: readonly string[]) => shuffled(ids, browserTransport.random);
  const waiting = await sendAll(outbox, sendWith(browserTransport), shuffle);
  if (waiting > 0) throw new Error("sealed ballots still wait");
}
