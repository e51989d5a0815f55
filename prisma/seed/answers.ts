import { demoDemographics } from "./demographics";
import { type DemoClass, demoDistrict } from "./district";
import {
  beta,
  normal,
  type Random,
  seededRandom,
  shuffled,
  truncatedNormal,
} from "@/lib/simulation/random";
import { SEALED_WAVE_WEEKS } from "./school-weeks";
import { demoTruths, lowClassIds } from "./truths";

/** What the generator must know of a pulse: its items in order, and the points of their scale. */
export interface DemoPulse {
  readonly itemIds: readonly string[];
  readonly points: number;
}

/**
 * One class in one wave. Who collected and what was cast are two lists in unrelated orders: even
 * the generator keeps no answer beside a name.
 */
export interface DemoClassBallots {
  readonly classId: string;
  /** Students whose seat is marked "collected", by id. */
  readonly collected: readonly string[];
  /** One ballot each, shuffled: answers 1…points in the order of `itemIds`. */
  readonly ballots: readonly (readonly number[])[];
}

/** The ballots that the students of one home language in one school cast beside those of their classes. */
export interface DemoLanguageBallots {
  readonly schoolId: string;
  /** "" where it is not recorded. */
  readonly language: string;
  readonly ballots: readonly (readonly number[])[];
}

export interface DemoWaves {
  /** One entry a sealed wave, oldest first; each lists all 60 classes. */
  readonly sealed: readonly (readonly DemoClassBallots[])[];
  /** The last of them is counted by home language too. */
  readonly byLanguage: readonly DemoLanguageBallots[];
  /** The wave that is open now. */
  readonly open: readonly DemoClassBallots[];
}

/**
 * Graded response (Samejima 1969) on a latent of variance near 1: class, student, and noise of each
 * item. Between-student .36 and noise .59 give items that correlate near .4, alpha near .8. ICC1 of
 * the pulse mean is near .08 among ordinary classes and near .2 with the planted ones.
 */
const STUDENT_SD = 0.6;
const NOISE_SD = 0.77;
const CLASS_SD = 0.26;
/** Ordinary classes stay within 1.6 SD, so that what is clearly low is only what was planted. */
const CLASS_LIMIT = 1.6;
const LOW_CLASS_EFFECT = -1;
const WAVE_SD = 0.06;
const ITEM_SPREAD = 0.08;
/** Cuts between the five answers: 65% of an ordinary class choose one of the upper two. */
const CUTS: readonly number[] = [-1.6, -1, -0.385, 0.5];
/** Response propensity Beta(17.6, 2.4): mean 88%. */
const RESPONSE_BETA = [17.6, 2.4] as const;
/** Times the propensity of 88%, in classes that have begun: about 40% have answered so far. */
const OPEN_SHARE = 0.5;
/** Every so manyth class has not begun the open wave. */
const NOT_BEGUN_EVERY = 15;

interface Student {
  readonly id: string;
  readonly belonging: number;
  readonly propensity: number;
}

function answer(latent: number, points: number): number {
  const five = 1 + CUTS.filter((cut) => latent > cut).length;
  return 1 + Math.round(((five - 1) * (points - 1)) / CUTS.length);
}

function ballotOf(random: Random, pulse: DemoPulse, classId: string, latent: number): number[] {
  if (classId === demoTruths.unanimous) return pulse.itemIds.map(() => pulse.points);
  return pulse.itemIds.map((itemId) => {
    // The same item is as easy in every wave and class: its own stream, not this one.
    const easiness = ITEM_SPREAD * normal(seededRandom(0, itemId));
    return answer(latent + easiness + NOISE_SD * normal(random), pulse.points);
  });
}

function classEffect(random: Random, classId: string): number {
  const ordinary = CLASS_SD * truncatedNormal(random, CLASS_LIMIT);
  return lowClassIds.includes(classId) ? LOW_CLASS_EFFECT : ordinary;
}

function studentsOf(random: Random, { id, studentIds }: DemoClass): Student[] {
  const effect = classEffect(random, id);
  const drawn = studentIds.map(() => STUDENT_SD * normal(random));
  // A low class is as low as told: the luck of drawing its students is taken out.
  const luck = lowClassIds.includes(id) ? drawn.reduce((a, b) => a + b, 0) / drawn.length : 0;
  return studentIds.map((studentId, index) => ({
    id: studentId,
    belonging: effect - luck + (drawn[index] ?? 0),
    propensity: beta(random, ...RESPONSE_BETA),
  }));
}

interface Voter {
  readonly id: string;
  readonly ballot: readonly number[];
}

/** @param onVoters is given who cast what, for the ballots of other groups; keeps nothing of it. */
function castIn(
  random: Random,
  pulse: DemoPulse,
  classId: string,
  students: readonly Student[],
  share: number,
  onVoters: (voters: readonly Voter[]) => void = () => undefined,
): DemoClassBallots {
  const climate = WAVE_SD * normal(random);
  const voters = students.filter(({ propensity }) => random() < propensity * share);
  const ballots = voters.map(({ belonging }) =>
    ballotOf(random, pulse, classId, belonging + climate),
  );
  onVoters(voters.map(({ id }, index) => ({ id, ballot: ballots[index] ?? [] })));
  return {
    classId,
    collected: voters.map(({ id }) => id).sort(),
    ballots: shuffled(random, ballots),
  };
}

function openShare(classId: string, index: number): number {
  if (classId === demoTruths.freeSeats || index % NOT_BEGUN_EVERY === NOT_BEGUN_EVERY - 1) return 0;
  return OPEN_SHARE;
}

/** Five sealed waves and the one that is open, for the real ballot box, tally and compiler. */
export function demoAnswers(seed: number, pulse: DemoPulse): DemoWaves {
  const random = seededRandom(seed, "answers");
  const classes = demoDistrict(seed).classes.map((demoClass) => ({
    id: demoClass.id,
    schoolId: demoClass.schoolId,
    students: studentsOf(random, demoClass),
  }));
  const languages = new LanguageBoxes(seed);
  const last = SEALED_WAVE_WEEKS.length - 1;
  return {
    sealed: SEALED_WAVE_WEEKS.map((_week, wave) =>
      classes.map(({ id, schoolId, students }) =>
        castIn(random, pulse, id, students, 1, (voters) => {
          if (wave === last) languages.add(schoolId, voters);
        }),
      ),
    ),
    byLanguage: languages.shuffled(),
    open: classes.map(({ id, students }, index) =>
      castIn(random, pulse, id, students, openShare(id, index)),
    ),
  };
}

/** Collects ballots by school and home language, and gives them out in an order that says nothing. */
class LanguageBoxes {
  readonly #languages: ReadonlyMap<string, { readonly homeLanguage: string }>;
  readonly #boxes = new Map<string, DemoLanguageBallots & { ballots: (readonly number[])[] }>();

  constructor(readonly seed: number) {
    this.#languages = demoDemographics(seed);
  }

  add(schoolId: string, voters: readonly Voter[]): void {
    for (const { id, ballot } of voters) {
      const language = this.#languages.get(id)?.homeLanguage ?? "";
      const key = `${schoolId}/${language}`;
      const box = this.#boxes.get(key) ?? { schoolId, language, ballots: [] };
      box.ballots.push(ballot);
      this.#boxes.set(key, box);
    }
  }

  shuffled(): DemoLanguageBallots[] {
    const random = seededRandom(this.seed, "language ballots");
    return [...this.#boxes.values()].map((box) => ({
      ...box,
      ballots: shuffled(random, box.ballots),
    }));
  }
}
