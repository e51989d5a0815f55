import { Badge } from "@/components/ui/badge";
import { Band, BandScale } from "@/components/ui/band";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";

export interface QuestionFigure {
  readonly id: string;
  readonly text: string;
  readonly theme: string;
  readonly anchor: boolean;
  /** Where they are not the usual ones: the answers that its band is the share of. */
  readonly shareOf: string | null;
  readonly reverse: boolean;
  readonly cell: ReleasedBand | Withheld;
}

/** Questions in the words the students read, each with its band. */
export function QuestionList({ questions }: { readonly questions: readonly QuestionFigure[] }) {
  return (
    <ul className="grid gap-5">
      {questions.map(({ id, text, theme, anchor, shareOf, reverse, cell }) => (
        <li key={id} className="grid gap-1.5">
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            {theme}
            {anchor ? <Badge>Asked in every pulse</Badge> : null}
            {shareOf === null ? null : (
              <Badge>
                {reverse ? "Reversed: share" : "Share"} of {shareOf}
              </Badge>
            )}
          </p>
          {cell.kind === "withheld" ? (
            <WithheldMark label={`“${text}”`} reason={`${cell.text}.`} />
          ) : (
            <Band loShare={cell.shareLo} hiShare={cell.shareHi} label={`“${text}”`} />
          )}
        </li>
      ))}
      <li aria-hidden>
        <BandScale />
      </li>
    </ul>
  );
}
