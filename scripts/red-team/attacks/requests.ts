import type { Request } from "@playwright/test";

import { admit, send, tapAnswers } from "@/e2e/support/phone";

import { type Attack, nothing } from "../attack";
import type { Battlefield } from "../battlefield";

/** 14: what a browser really sends when it casts: nothing that says who, and every request alike. */
export const requestsAttack: Attack = {
  number: 14,
  title: "Looking at the requests of two phones",
  when: "open",
  run: async (field) => {
    // Signed in once, before both need it.
    await field.sessions.state("teacher");
    const phones = await Promise.all([
      watch(field, [1, 2, 3, 4, 5, 1], 8),
      watch(field, [5, 5, 5, 5, 5, 5], 9),
    ]);
    const found: string[] = [];
    const casts = phones.flat().filter(({ path }) => path.endsWith("/cast"));
    const names = /^(cookie|referer|authorization|x-|if-none-match|origin-agent)/u;
    for (const { path, headers } of phones.flat()) {
      for (const name of Object.keys(headers))
        if (names.test(name)) found.push(`${path} carries ${name}`);
    }
    if (new Set(casts.map(({ size }) => size)).size !== 1) found.push("casts differ in size");
    if (new Set(casts.map(({ headers }) => JSON.stringify(headers))).size !== 1)
      found.push("casts differ in their headers");
    if (casts.length !== 6) found.push(`${casts.length} casts instead of 6`);
    const hosts = new Set(phones.flat().map(({ host }) => host));
    if (hosts.size !== 1) found.push(`other hosts: ${[...hosts].join(", ")}`);
    const orders = phones.map((phone) =>
      phone.filter(({ path }) => path.endsWith("/cast")).map(({ at }) => at),
    );
    return [
      nothing(
        `two phones with a signed-in teacher's cookies in the same browser: ${phones.flat().length} requests to the ballot routes, ${casts.length} casts of ${casts[0]?.size ?? 0} bytes, ${orders.map((times) => `${Math.round((times.at(-1) ?? 0) - (times[0] ?? 0))} ms`).join(" and ")} from first to last`,
        found,
      ),
    ];
  },
};

interface Seen {
  readonly path: string;
  readonly host: string;
  readonly size: number;
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One student answers in a browser in which a teacher has signed in: the worst place for a cookie. */
async function watch(
  field: Battlefield,
  answers: readonly number[],
  classAt: number,
): Promise<Seen[]> {
  const student = field.students.find((each) => each.classAt === classAt);
  if (student === undefined) throw new Error("there is no such student");
  const page = await field.sessions.page("teacher");
  const seen: Promise<Seen>[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/ballots/")) seen.push(describe(request));
  });
  await page.goto(`${field.instance.url}/s/${student.joinCode}`);
  await admit(page, "en", student.seatCode);
  await tapAnswers(page, "en", answers);
  await send(page, "en");
  await page.context().close();
  field.answered.add(student);
  field.phones.add(student);
  return Promise.all(seen);
}

async function describe(request: Request): Promise<Seen> {
  const { pathname, host } = new URL(request.url());
  const headers = await request.allHeaders();
  return {
    path: pathname,
    host,
    size: request.postDataBuffer()?.length ?? 0,
    at: performance.now(),
    headers,
  };
}
