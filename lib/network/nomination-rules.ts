import type { Policy } from "@/lib/disclosure/policy";
import { LARGEST_NUMBER } from "@/lib/ballots/wire/nomination";

/** Students who must take part before anything is shown of who could ask whom (reference/statistics.md). */
export const NOMINATORS_FROM = 15;
/** And how much of the class: with fewer, missing ties say more about who was absent than about the class. */
export const NOMINATORS_PERCENT = 80;

const GROUP = "nominations:";

/** The group for which nominations of a class are collected: beside all others, so that no answers go with them. */
export function nominationsGroup(classId: string): string {
  return GROUP + classId;
}

/** The class of such a group; null of any other. */
export function classOfNominationsGroup(group: string): string | null {
  return group.startsWith(GROUP) ? group.slice(GROUP.length) : null;
}

/** How many students must take part in a class, k being larger where a wave raised it. */
export function nominatorsFrom(policy: Pick<Policy, "k">): number {
  return Math.max(NOMINATORS_FROM, policy.k);
}

/** How many of a class of `students` must say who they are before figures are shown. */
export function nominatorsNeeded(students: number, policy: Pick<Policy, "k">): number {
  return Math.max(nominatorsFrom(policy), Math.ceil((students * NOMINATORS_PERCENT) / 100));
}

/** The smallest class that is asked: the figures must never say that everybody, or all but two, took part. */
export function askedFrom(policy: Pick<Policy, "k" | "tail">): number {
  return nominatorsFrom(policy) + policy.tail;
}

/** Whether students of a class are asked whom they could turn to, by the size of its roster. */
export function asksNominations(students: number, policy: Pick<Policy, "k" | "tail">): boolean {
  return students >= askedFrom(policy) && students <= LARGEST_NUMBER;
}
