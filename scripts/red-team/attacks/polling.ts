import type { APIRequestContext } from "@playwright/test";

import { type Attack, nothing } from "../attack";
import { answer, type Battlefield, stepsOf } from "../battlefield";
import { clientOf, VISITORS } from "../crawl";

/** Rooms see how far they have come in blocks of so many students. */
const BLOCK = 5;
/** A page that has moved is asked for so often again. */
const SECOND_LOOKS = 6;
/** The class whose students answer, one after the other; nobody else of it has. */
const CLASS_AT = 10;

/** 6: somebody looks after every request of a student who answers: nothing moves but a block that is full. */
export const pollingAttack: Attack = {
  number: 6,
  title: "Watching every page while one student answers",
  when: "open",
  run: async (field) => {
    const students = field.students.filter(({ classAt }) => classAt === CLASS_AT).slice(0, BLOCK);
    const [first, ...others] = students;
    const last = others.pop();
    if (first === undefined || last === undefined) throw new Error("nobody is left to answer");
    const { waveId } = field.pulse;
    const { classId, joinCode } = first;
    const showsProgress = [
      ...["/classes", `/classes/${classId}`, `/waves/${waveId}`],
      `/waves/${waveId}/classes/${classId}/card`,
      `/waves/${waveId}/classes/${classId}/slips`,
      // Who is left: with slips dealt by chance it must not be there at all.
      `/waves/${waveId}/classes/${classId}/left`,
    ];
    const paths = [
      ...showsProgress,
      ...[
        "/overview",
        "/waves",
        "/flags",
        "/plans",
        "/audit",
        `/trust/${waveId}`,
        `/s/${joinCode}`,
      ],
      ...[`/api/manifests/${waveId}`, `/api/releases/${waveId}`, `/api/proofs/${waveId}`],
    ];
    // A page that was built while another was asked for first may differ in what Next streams: warm up.
    await look(field, paths);
    const before = await look(field, paths);
    const moved = new Map<string, string>();
    const lookAgain = async () => {
      for (const [key, body] of await look(field, paths)) {
        const was = before.get(key) ?? "";
        if (body !== was && !(await comesBack(field, key, was)))
          moved.set(key, difference(was, body));
      }
    };
    const steps = stepsOf(field.post, first);
    for (const step of steps) {
      await step();
      await lookAgain();
    }
    for (const student of others) await answer(field.post, student);
    await lookAgain();
    const quiet = nothing(
      `${before.size} pages as ${VISITORS.length} visitors, after each of the ${steps.length} requests with which one student collected and cast, and after ${BLOCK - 1} students`,
      [...moved].map(([key, words]) => `${key}: ${words}`),
    );
    await answer(field.post, last);
    moved.clear();
    await lookAgain();
    for (const student of students) field.answered.add(student);
    const staff = VISITORS.filter((visitor) => visitor !== "stranger");
    const allowed = new Set(staff.flatMap((who) => showsProgress.map((path) => `${who} ${path}`)));
    const elsewhere = [...moved]
      .filter(([key]) => !allowed.has(key))
      .map(([key, words]) => `${key}: ${words}`);
    return [
      quiet,
      {
        ...nothing(`the same pages when student ${BLOCK} of the class fills a block`, elsewhere),
        // Also the proof that the watch sees what moves.
        found:
          elsewhere.length > 0
            ? elsewhere.join("; ")
            : `moved, as it should: ${[...moved.keys()].join(", ") || "nothing, so the watch sees nothing"}`,
        held: elsewhere.length === 0 && moved.size > 0,
      },
    ];
  },
};

/** Words that came and words that went. */
function difference(before: string, after: string): string {
  const only = (a: string, b: string): string => {
    const others = new Set(b.split(" "));
    return a
      .split(" ")
      .filter((word) => !others.has(word))
      .slice(0, 5)
      .join(" ");
  };
  return `"${only(before, after)}" became "${only(after, before)}"`;
}

/** Bodies by visitor and path, without what differs between any two requests. */
async function look(field: Battlefield, paths: readonly string[]): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  for (const visitor of VISITORS) {
    const { request, close } = await clientOf(field, visitor);
    for (const path of paths)
      bodies.set(`${visitor} ${path}`, await bodyOf(request, `${field.instance.url}${path}`));
    await close();
  }
  return bodies;
}

async function bodyOf(request: APIRequestContext, url: string): Promise<string> {
  const response = await request.get(url, { maxRedirects: 0 });
  return `${response.status()} ${settled(await response.text())}`;
}

/**
 * Whether a page soon says again what it said before. Nothing takes back a ballot: what a ballot moved stays moved,
 * and what comes back was only streamed in other parts.
 */
async function comesBack(field: Battlefield, key: string, before: string): Promise<boolean> {
  const visitor = VISITORS.find((each) => key.startsWith(`${each} `));
  if (visitor === undefined) throw new Error(`nobody looks at ${key}`);
  const { request, close } = await clientOf(field, visitor);
  try {
    for (let turn = 0; turn < SECOND_LOOKS; turn += 1) {
      const url = `${field.instance.url}${key.slice(visitor.length + 1)}`;
      if ((await bodyOf(request, url)) === before) return true;
    }
    return false;
  } finally {
    await close();
  }
}

/**
 * What a body says, without what differs between any two requests: nonces, CSRF tokens, the minutes left on a clock,
 * and the order in which Next happened to stream the parts of one page. A page is the list of its words, sorted.
 */
function settled(body: string): string {
  const words = body
    .replaceAll(/"[0-9a-f]{40,64}"/gu, '"…"')
    .replaceAll(/\b\d+ (minutes?|hours?|days?|seconds?)( and \d+ \w+)?/gu, "…")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/gu, "…");
  if (!words.startsWith("<")) return words;
  // The numbers by which streamed parts refer to each other: 1f:["$","div",…"$L2a"…], "B:3", "S:3".
  const unnumbered = words
    .replaceAll(/\$[L@]?[0-9a-f]+\b/gu, "$")
    .replaceAll(/\b[BSP]:[0-9a-f]+/gu, "")
    .replaceAll(/(\\n|")[0-9a-f]+:/gu, "$1");
  // React's own way of putting parts in place, names of script files, and brackets by themselves come only with parts
  // that were late.
  const all = unnumbered
    .split(/[<>"\\\s]+/u)
    .filter(
      (word) =>
        !/^\$R[A-Z]\b|^n?I\[\d|^null$|^[[\]{}(),:;]+$/u.test(word) &&
        !/^document\.|^function\(/u.test(word),
    );
  // A part that is ready at once comes without its placeholder: words as a set, but every number as often as it stands.
  const kept = [...new Set(all), ...all.filter((word) => /^\d+[.,;:%)]?$/u.test(word))];
  return kept.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(" ");
}
