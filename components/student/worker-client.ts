/** Where the page's worker is, and the name under which the browser wakes it when the network is back. */
export const WORKER_URL = "/s/worker.js";
export const SEND_TAG = "hearth-outbox";

/** What a page tells its worker. */
export type WorkerMessage =
  /** Keep these addresses of this page for a time without a network. */
  { readonly kind: "keep"; readonly urls: readonly string[] } | { readonly kind: "send" };

/** Installs the worker, gives it this page to keep, and lets it send what other students left here. */
export async function startWorker(urls: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER_URL);
    const { active } = await navigator.serviceWorker.ready;
    tell(active, { kind: "keep", urls });
    tell(active, { kind: "send" });
  } catch {
    // Forbidden or private: the page works without, as long as it stays open.
  }
}

/** Asks for sending as soon as there is a network, also when this page is closed by then. */
export function askWorkerToSend(): void {
  if (!("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready
    .then(async (registration) => {
      const { sync } = registration as { sync?: { register: (tag: string) => Promise<void> } };
      if (sync === undefined) tell(registration.active, { kind: "send" });
      else await sync.register(SEND_TAG);
    })
    .catch(() => undefined);
}

function tell(worker: ServiceWorker | null, message: WorkerMessage): void {
  worker?.postMessage(message);
}
