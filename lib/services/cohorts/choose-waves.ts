import type { SealedTitle } from "@/lib/data/waves";
import type { AskedWaves } from "./asked-waves";

/** About a year: as many as a class's page shows. */
const TREND_WAVES = 8;
/** For the picker. */
const CHOOSABLE = 20;

export interface ChosenWaves {
  /** Newest first, that asked at least one of the cohorts. */
  readonly choosable: readonly SealedTitle[];
  /** In which the cohorts are compared, newest first. */
  readonly chosen: readonly SealedTitle[];
  /** For the way over time, newest first. */
  readonly trend: readonly SealedTitle[];
  /** All that stand on the page, newest first. */
  readonly shown: readonly SealedTitle[];
  readonly problems: readonly string[];
}

/**
 * The waves of a page. None wished for: the newest that asked two of the cohorts, or else one. One that asked none of
 * them stays: that they were not asked is an answer too.
 * @param titles newest first.
 */
export function chooseWaves(
  wished: readonly string[],
  titles: readonly SealedTitle[],
  cohorts: readonly AskedWaves[],
): ChosenWaves {
  const askedBy = ({ id }: SealedTitle) => cohorts.filter((one) => one.in(id) === "asked").length;
  const choosable = titles.filter((title) => askedBy(title) > 0).slice(0, CHOOSABLE);
  const known = new Map(titles.map((title) => [title.id, title]));
  const found = wished.flatMap((id) => known.get(id) ?? []);
  const missing = wished.length - found.length;
  const usual =
    choosable.find((title) => askedBy(title) >= Math.min(2, cohorts.length)) ?? choosable[0];
  const wanted = found.length > 0 ? found : usual === undefined ? [] : [usual];
  const chosen = cohorts.length === 0 ? [] : titles.filter((title) => wanted.includes(title));
  const last = chosen[0]?.closesAt;
  const trend = choosable
    .filter(({ closesAt }) => last !== undefined && closesAt <= last)
    .slice(0, TREND_WAVES);
  return {
    ...{ choosable, chosen, trend },
    shown: titles.filter((title) => chosen.includes(title) || trend.includes(title)),
    problems: missing === 0 ? [] : [missingWords(missing, found.length > 0)],
  };
}

function missingWords(missing: number, others: boolean): string {
  const start =
    missing === 1
      ? "A pulse in this link is not among the sealed ones"
      : `${String(missing)} pulses in this link are not among the sealed ones`;
  return `${start}: ${others ? "the others are shown" : "the last one is shown"}.`;
}
