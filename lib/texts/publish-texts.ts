import type { Policy } from "@/lib/disclosure/policy";
import { sha256Hex } from "@/lib/sha256";
import type { NameStripper } from "./strip-names";
import { TEXTS_FROM } from "./texts-from";

/** What students of one school wrote in one wave. */
export interface SchoolTexts {
  readonly school: string;
  /** Why nothing is shown, in plain words; null if something may be. */
  readonly withheld: string | null;
  readonly texts: readonly string[];
}

const GROUP = "text:";

/** The group for which words of a school are collected: beside all others, so that no answers go with them. */
export function textGroup(school: string): string {
  return GROUP + school;
}

/** The school of such a group; null of any other. */
export function schoolOfTextGroup(group: string): string | null {
  return group.startsWith(GROUP) ? group.slice(GROUP.length) : null;
}

/** How many students a school must have to be asked for words, and how many must answer: k, should that be more. */
export function textsFrom(policy: Policy): number {
  return Math.max(TEXTS_FROM, policy.k);
}

/**
 * What may be shown of the words of one school: nothing below 30 ballots; else every text that says something,
 * without names, in an order that says nothing of who wrote when. The order comes from the salt and the texts
 * alone, so that a seal that is run again gives the same.
 */
export function publishTexts(
  school: string,
  ballots: readonly string[],
  { policy, strip, salt }: { policy: Policy; strip: NameStripper; salt: string },
): SchoolTexts {
  const from = textsFrom(policy);
  if (ballots.length < from) {
    return { school, withheld: `fewer than ${String(from)} students answered`, texts: [] };
  }
  const texts = ballots
    .map((text) => tidy(strip(text)))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const order = new Map(texts.map((text) => [text, sha256Hex(`${salt} ${text}`)]));
  const place = (text: string): string => order.get(text) ?? "";
  texts.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
  return { school, withheld: null, texts };
}

/** One line, no control characters: white space of one's own making would be a mark. */
function tidy(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, " ").trim();
}
