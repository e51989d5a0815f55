import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { confirmedWords, takenWords } from "@/components/waves/trustee-words";
import { dateTimeWords } from "@/components/waves/wave-words";
import { TRUSTEES_HAVE_DAYS } from "@/lib/waves/trustees";
import type { WaveView } from "@/lib/services/waves/read-wave";

/** What is going on with a pulse now and what comes next, in a sentence or two. */
export function WaveNotice({ wave }: { readonly wave: WaveView }) {
  switch (wave.state) {
    case "draft":
      return (
        <Notice title="The keys of this pulse are being made">
          <p>Every class gets a key of its own. With many classes this takes some minutes.</p>
          <div className="mt-3 max-w-md">
            <Progress label="Preparing keys…" />
          </div>
        </Notice>
      );
    case "planned":
      if (wave.trustees?.allTaken === false) {
        return (
          <Notice tone="watch" title="Waits for its trustees before it opens">
            {takenWords(wave.trustees.taken)} Until all three have, the whole key is on the server,
            so it opens neither by hand nor by the clock. If they have not by{" "}
            {dateTimeWords(wave.closesAt, wave.timeZone)}, it ends without a question asked. You can
            make the slips now.
          </Notice>
        );
      }
      return (
        <Notice title={`Opens ${dateTimeWords(wave.opensAt, wave.timeZone)}`}>
          You can make the slips now and deal them when it is open.
        </Notice>
      );
    case "open":
      return (
        <Notice tone="good" title={`Open until ${dateTimeWords(wave.closesAt, wave.timeZone)}`}>
          Nobody can read an answer while it is open.{" "}
          {wave.admission === "roster"
            ? "Students get in by the class list: a class’s own teachers and administrators see who has not collected a ballot yet, and its students are told so. What anybody answered nobody sees."
            : `How many have collected a ballot is shown in steps of ${String(wave.block)}, so that it does not tell who has just done so.`}
        </Notice>
      );
    case "closed":
      if (wave.trustees?.waits === true) {
        return (
          <Notice tone="watch" title={`Closed. ${confirmedWords(wave.trustees.confirmed)}`}>
            The answers stay sealed until two of the three trustees have typed their codes. Results
            are made right after that. If two of them cannot, for good, the pulse can never be
            opened: {TRUSTEES_HAVE_DAYS} days after the close a district administrator can destroy
            it unopened.
          </Notice>
        );
      }
      return (
        <Notice title="Closed. The results are being made">
          <p>Answers are opened once, counted and destroyed. This page shows when it is done.</p>
          <div className="mt-3 max-w-md">
            {wave.sealedPercent === null ? (
              <Progress label="Sealing…" />
            ) : (
              <Progress
                label="Sealing…"
                value={wave.sealedPercent}
                valueText={`${String(wave.sealedPercent)}%`}
              />
            )}
          </div>
        </Notice>
      );
    case "sealed":
      if (wave.release === null && wave.trustees?.allTaken === false) {
        return (
          <Notice title="It never opened">
            Its time passed before all three trustees had taken their parts of its key. Nobody was
            asked anything, and its classes can be asked again.
          </Notice>
        );
      }
      if (wave.release === null) {
        return (
          <Notice title="Destroyed unopened">
            Its answers and keys were destroyed and nobody read an answer. There are no results, and
            its classes can be asked again.
          </Notice>
        );
      }
      return (
        <Notice tone="good" title="The results are in">
          Choose a class to see them. What could point to a single student is withheld, and the
          class&rsquo;s page says why.
          {wave.may.readWords ? (
            <>
              {" "}
              <Link href={`/waves/${wave.id}/words`} className="prose-link">
                Read what students wrote
              </Link>
            </>
          ) : null}
        </Notice>
      );
  }
}
