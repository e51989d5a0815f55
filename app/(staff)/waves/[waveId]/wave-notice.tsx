import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { dateTimeWords } from "@/components/waves/wave-words";
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
      return (
        <Notice title={`Opens ${dateTimeWords(wave.opensAt, wave.timeZone)}`}>
          You can make the slips now and deal them when it is open.
        </Notice>
      );
    case "open":
      return (
        <Notice tone="good" title={`Open until ${dateTimeWords(wave.closesAt, wave.timeZone)}`}>
          Nobody can read an answer while it is open. How many have collected a ballot is shown in
          steps of {wave.block}, so that it does not tell who has just done so.
        </Notice>
      );
    case "closed":
      return (
        <Notice title="Closed. The results are being made">
          <p>Answers are opened once, counted and destroyed. This page shows when it is done.</p>
          <div className="mt-3 max-w-md">
            <Progress label="Sealing…" />
          </div>
        </Notice>
      );
    case "sealed":
      return (
        <Notice tone="good" title="The results are in">
          Choose a class to see them. What could point to a single student is withheld, and the
          class&rsquo;s page says why.
        </Notice>
      );
  }
}
