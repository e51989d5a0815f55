import { Agent, request } from "node:http";

import { Client } from "pg";

/** What a number of connections got done, each doing one thing after the other. */
export interface Run {
  readonly count: number;
  readonly seconds: number;
  /** Of each piece of work, in milliseconds. */
  readonly times: readonly number[];
}

/**
 * Hands the items to `connections` workers, each of which takes the next when it is done.
 *
 * @param work done for an item, on the connection of this number
 */
export async function runOver<T>(
  items: readonly T[],
  connections: number,
  work: (item: T, connection: number) => Promise<void>,
): Promise<Run> {
  const times: number[] = [];
  const queue = items.values();
  const begin = performance.now();
  const worker = async (connection: number): Promise<void> => {
    for (const item of queue) {
      const start = performance.now();
      await work(item, connection);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, at) => worker(at)));
  return { count: items.length, seconds: (performance.now() - begin) / 1000, times };
}

/** Runs of the same work as one. */
export function together(runs: readonly Run[]): Run {
  return {
    count: runs.reduce((sum, run) => sum + run.count, 0),
    seconds: runs.reduce((sum, run) => sum + run.seconds, 0),
    times: runs.flatMap((run) => run.times),
  };
}

/** Posts over keep-alive connections, at most `connections` of them; anything but 200 throws. */
export function poster(origin: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (path: string, type: string, body: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, origin),
        {
          agent,
          method: "POST",
          headers: { "content-type": type, "content-length": body.length },
        },
        (response) => {
          response.resume();
          response.once("error", reject);
          response.once("end", () => {
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${path} answered ${String(response.statusCode)}`));
          });
        },
      );
      sent.once("error", reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** Database connections of one login, with the district's tables in reach. */
export async function openClients(url: string, schema: string, count: number): Promise<Client[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
      await client.connect();
      return client;
    }),
  );
}
