import { PRINCIPAL } from "@/e2e/support/sessions";

import { type Finding, nothing } from "./attack";
import type { Battlefield } from "./battlefield";
import type { Visitor } from "./crawl";
import { ownerRows } from "./truth";

/** What students of the demonstration wrote, by school, in letters only: marks are written in several ways. */
export async function wordsBySchool({
  instance,
}: Battlefield): Promise<ReadonlyMap<string, string[]>> {
  const rows = await ownerRows<{ school: string; texts: string[] }>(
    instance,
    "SELECT o.name AS school, t.texts FROM release_texts t JOIN orgs o ON o.id = t.school_id",
  );
  return new Map(rows.map(({ school, texts }) => [school, texts.map(lettersOf)]));
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, "");
/** Shorter texts could be found anywhere. */
const TELLING_LETTERS = 20;

/** Students' words are for who administers their school, and for the district. */
export function wordsSeen(
  visitor: Visitor,
  bodies: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, readonly string[]>,
): Finding {
  const mine = (school: string) =>
    visitor === "administrator" || (visitor === "principal" && school === PRINCIPAL.school);
  const own = new Set([...words].flatMap(([school, texts]) => (mine(school) ? texts : [])));
  const others = [...words.values()].flat().filter((text) => !own.has(text));
  const telling = (texts: Iterable<string>) =>
    [...texts].filter((text) => text.length >= TELLING_LETTERS);
  // Tags between words go, or a text that wraps would not be found.
  const pages = [...bodies].map(([path, body]) => ({
    path,
    letters: lettersOf(body.replaceAll(/<[^>]*>/gu, " ").replaceAll(/&#?\w+;/gu, "")),
  }));
  const seen = (text: string) => pages.find(({ letters }) => letters.includes(text));
  const found = telling(others).flatMap((text) => seen(text)?.path ?? []);
  const control = telling(own).filter((text) => seen(text) !== undefined).length;
  const finding = nothing(
    `${visitor}: what ${telling(others).length} students of schools that are not theirs wrote`,
    found,
  );
  return {
    ...finding,
    found: `${finding.found}; of ${telling(own).length} who wrote for them ${control}`,
    // Whoever finds none of their own has not looked where words are.
    held: finding.held && words.size > 0 && control === telling(own).length,
  };
}
