import { can } from "@/lib/access/can";
import { type GroupSeats, listGroupSeats } from "@/lib/data/cohort-cells";
import { listGroupsById } from "@/lib/data/group-cells";
import { listAskedClasses } from "@/lib/data/cohort-rosters";
import { listSealedTitles, listSealedWaves, type SealedTitle } from "@/lib/data/waves";
import type { CohortFigure } from "@/lib/insight/cohort-figure";
import type { CohortKey } from "@/lib/insight/cohort-key";
import type { CohortRequest, Theme } from "@/lib/insight/cohort-request";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { constructFigures, type ReadWave, readSealedWave } from "../insight/class-figures";
import { askedWaves, type AskedWaves } from "./asked-waves";
import { chooseWaves, type ChosenWaves } from "./choose-waves";
import { type CohortChoices, loadChoices } from "./cohort-choices";
import { comparedInWave, type Shown, type ThemeInWave } from "./compared-in-wave";
import { figuresOfCohort, type CohortHistory } from "./cohort-history";
import { loadStrata } from "./cohort-spread";
import { type ResolvedCohort, resolveCohort } from "./resolve-cohort";
import type { WaveCells } from "./wave-figures";

/** Pulses that can be chosen. */
const WAVES_BACK = 40;

/** Cohorts beside each other, in the order of choosing. */
export interface Comparison {
  readonly choices: CohortChoices;
  readonly cohorts: readonly {
    readonly key: CohortKey;
    readonly label: string;
    readonly note: string | null;
  }[];
  readonly themes: readonly Theme[];
  /** That the waves shown ask about. */
  readonly askable: readonly Theme[];
  /** That can be chosen, newest first; and those that are. */
  readonly waves: readonly SealedTitle[];
  readonly waveIds: readonly string[];
  /** One for each wave and theme chosen. */
  readonly compared: readonly ThemeInWave[];
  /** How many differences are judged together. */
  readonly differences: number;
  /** The first theme from wave to wave, oldest first; the figures in the order of `waves`. */
  readonly trend: {
    readonly waves: readonly SealedTitle[];
    readonly figures: readonly (readonly CohortFigure[])[];
  };
  /** What of the request could not be followed, in words. */
  readonly problems: readonly string[];
}

/** Two to six cohorts in some waves: figures, differences from the first, and each from wave to wave. */
export async function readComparison(
  context: ServiceContext,
  request: CohortRequest,
): Promise<Result<Comparison, "forbidden">> {
  const { actor } = context;
  if (!can(actor, "cohort.compare", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const titles = await listSealedTitles(WAVES_BACK);
  const choices = await loadChoices(
    context,
    actor,
    titles.map(({ id }) => id),
  );
  const found = request.keys.map((key) => resolveCohort(key, choices));
  const cohorts = found.flatMap((cohort) => cohort ?? []);
  const asked = await askedOf(cohorts, titles);
  const chosen = chooseWaves(request.waveIds, titles, asked);
  const problems = [
    ...request.problems,
    ...request.keys.flatMap((key, at) => (found[at] === null ? [unknownWords(key)] : [])),
    ...chosen.problems,
  ];
  const shown = await loadShown(cohorts, asked, chosen, request.themes);
  const compared = chosen.chosen.flatMap(({ id }) =>
    request.themes.map((theme) => ({ waveId: id, theme })),
  );
  const { list, count } = comparedInWave(compared, shown);
  return success({
    choices,
    cohorts: cohorts.map(({ key, label, note }) => ({ key, label, note })),
    themes: request.themes,
    askable: askableThemes(shown.waves),
    waves: chosen.choosable,
    waveIds: chosen.chosen.map(({ id }) => id),
    compared: list,
    differences: count,
    trend: trendOf(shown.histories, chosen, request.themes[0] ?? "belonging"),
    problems,
  });
}

async function askedOf(
  cohorts: readonly ResolvedCohort[],
  titles: readonly SealedTitle[],
): Promise<readonly AskedWaves[]> {
  const groupIds = [...new Set(cohorts.flatMap(({ parts }) => parts.map((part) => part.groupId)))];
  const waveIds = titles.map(({ id }) => id);
  const rows = groupIds.length === 0 ? [] : await listGroupSeats({ waveIds, groupIds });
  const byWave = new Map<string, GroupSeats[]>(waveIds.map((id) => [id, []]));
  for (const row of rows) byWave.get(row.waveId)?.push(row);
  return cohorts.map((cohort) => askedWaves(cohort, byWave));
}

async function loadShown(
  cohorts: readonly ResolvedCohort[],
  asked: readonly AskedWaves[],
  { shown, chosen }: ChosenWaves,
  themes: readonly Theme[],
): Promise<Shown> {
  const waveIds = shown.map(({ id }) => id);
  if (waveIds.length === 0) return { cohorts, waves: [], histories: [], strata: new Map() };
  const groupIds = [...new Set(cohorts.flatMap(({ parts }) => parts.map((part) => part.groupId)))];
  const [sealed, rows, rosters] = await Promise.all([
    listSealedWaves({ ids: waveIds }),
    listGroupsById({ waveIds, groupIds }),
    Promise.all(
      cohorts.map(({ scope, made }) =>
        listAskedClasses({ waveIds, scope, all: made !== "released" }),
      ),
    ),
  ]);
  const waves = sealed.map(readSealedWave);
  const cells = new Map<string, Map<string, (typeof rows)[number]>>(
    waveIds.map((id) => [id, new Map()]),
  );
  for (const row of rows) cells.get(row.waveId)?.set(row.groupId, row);
  const strata = await Promise.all(
    chosen.map(async ({ id }) => {
      const of: WaveCells = cells.get(id) ?? new Map();
      return [id, await loadStrata(cohorts, id, of)] as const;
    }),
  );
  const histories = cohorts.map((cohort, at) =>
    figuresOfCohort(cohort, {
      ...{ waves, cells, themes },
      asked: asked[at],
      rosters: rosters[at],
      chosen: new Set(chosen.map(({ id }) => id)),
    }),
  );
  return { cohorts, waves, histories, strata: new Map(strata) };
}

function trendOf(
  histories: readonly CohortHistory[],
  { trend }: ChosenWaves,
  theme: Theme,
): Comparison["trend"] {
  const waves = trend.toReversed();
  const figures = histories.map((history) => waves.map(({ id }) => history.figure(id, theme)));
  return { waves, figures };
}

function askableThemes(waves: readonly ReadWave[]): Theme[] {
  const constructs = waves.flatMap((wave) =>
    constructFigures(wave).map(({ construct }) => construct),
  );
  return ["belonging", ...new Set(constructs)];
}

/** "Not there" and "not yours" are the same from outside. */
function unknownWords(key: CohortKey): string {
  switch (key.kind) {
    case "set":
      return "A saved set of classes in this link has been deleted, or is not yours to see: it is left out.";
    case "group":
      return "A demographic group in this link was not collected in the last pulses, or is not yours to see: it is left out.";
    case "district":
    case "school":
    case "grade":
    case "grades":
      return "A school or grade in this link is not on the roster any more, or is not yours to see: it is left out.";
  }
}
