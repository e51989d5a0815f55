import {
  type LookFigures,
  MINIMUM_CONTRIBUTORS,
  type RisingRefusal,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import { risingThresholds } from "@/lib/attendance/rising-thresholds";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import { csvCell, csvNumber, type Output } from "../output";
import { SERIES_OF_COLUMN, type SeriesColumn } from "./series";

export interface LookTally {
  looks: number;
  refused: Map<RisingRefusal, number>;
  /** z is past a threshold and contributors are not known. */
  unchecked: number;
}

/** What a row is made of, whatever it is written as. */
interface RowWriter {
  readonly row: (school: SchoolWeeks, look: Readonly<LookFigures>, tier: string) => void;
}

/** Writes every look of a school, by week, then class. */
export function writeLooks(
  school: SchoolWeeks,
  options: {
    readonly series: SeriesColumn;
    readonly latest: boolean;
    /** Length of the term, which decides the thresholds. */
    readonly weeks: number;
  },
  writer: RowWriter,
  tally: LookTally,
): void {
  const series = SERIES_OF_COLUMN[options.series];
  const thresholds = risingThresholds(series, "class", { weeks: options.weeks, before: 0 });
  visitLooks(
    school,
    series,
    options.latest ? "latest" : "all",
    (look) => {
      tally.looks += 1;
      if (look.refusal !== null)
        tally.refused.set(look.refusal, (tally.refused.get(look.refusal) ?? 0) + 1);
      if (look.hiddenBecause === "contributors-unknown") tally.unchecked += 1;
      writer.row(school, look, tierOf(look));
    },
    () => thresholds,
  );
}

/**
 * The tier that may be shown, or the reason why there is none. A class-week file does not say how many students stand
 * behind a count: there the tier rests on z and on O/μ ≥ 1.25, and on O ≥ 3, without which it cannot be three students.
 */
function tierOf(look: Readonly<LookFigures>): string {
  if (look.refusal !== null) return look.refusal;
  if (look.hiddenBecause === null) return look.tierByZ;
  const mayBeThree =
    look.hiddenBecause === "contributors-unknown" && look.observed >= MINIMUM_CONTRIBUTORS;
  return mayBeThree ? look.tierByZ : "none";
}

export const LOOK_HEADER = "school,class,week,series,phi,O,mu,theta,z,tier\n";

export function csvRows(out: Output, series: SeriesColumn): RowWriter {
  let [phi, phiText] = [Number.NaN, ""];
  return {
    row: (school, look, tier) => {
      const start = `${csvCell(school.schoolId)},${csvCell(school.classIds[look.classAt] ?? "")},${school.weekStarts[look.weekAt] ?? ""},${series},`;
      if (look.refusal !== null) {
        out.write(`${start},,,,,${tier}\n`);
        return;
      }
      if (look.phi !== phi) [phi, phiText] = [look.phi, csvNumber(look.phi)];
      out.write(
        `${start}${phiText},${look.observed},${csvNumber(look.expected)},${csvNumber(look.level)},${csvNumber(look.z)},${tier}\n`,
      );
    },
  };
}

/** Objects of one JSON array, one a line; `end` closes it. */
export function jsonRows(out: Output, series: SeriesColumn): RowWriter & { end: () => void } {
  let before = "[\n";
  return {
    row: (school, look, tier) => {
      const refused = look.refusal !== null;
      const object = {
        school: school.schoolId,
        class: school.classIds[look.classAt] ?? "",
        week: school.weekStarts[look.weekAt] ?? "",
        series,
        phi: refused ? null : look.phi,
        O: refused ? null : look.observed,
        mu: refused ? null : look.expected,
        theta: refused ? null : look.level,
        z: refused ? null : look.z,
        tier: refused ? null : tier,
        reason: look.refusal ?? look.hiddenBecause,
      };
      out.write(before + JSON.stringify(object));
      before = ",\n";
    },
    end: () => out.write(before === "[\n" ? "[]\n" : "\n]\n"),
  };
}
