import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { confirmedWords, takenWords } from "@/components/waves/trustee-words";
import { dateTimeWords } from "@/components/waves/wave-words";
import type { TrusteeshipView } from "@/lib/services/trustees/read-trusteeship";
import { GiveBack } from "./give-back";
import { TakePart } from "./take-part";

/** What a trustee can do now, or what there is to wait for. */
export function TrusteeStepCard({ view }: { readonly view: TrusteeshipView }): ReactNode {
  const { waveId, taken, confirmed, timeZone } = view;
  switch (view.step) {
    case "wait-for-keys":
      return (
        <Notice title="The keys of this pulse are being made">
          Your part is ready in a moment. This page looks by itself.
        </Notice>
      );
    case "take":
      return (
        <Card
          title="Take your part"
          description={`The pulse cannot open before all three have. ${takenWords(taken)}`}
        >
          <TakePart waveId={waveId} />
        </Card>
      );
    case "wait-for-others":
      return (
        <Notice tone="good" title="You have taken your part">
          {takenWords(taken)} The pulse can open when all three have. Keep your code: you are asked
          for it after {dateTimeWords(view.closesAt, timeZone)}.
        </Notice>
      );
    case "hold":
      return (
        <Notice tone="good" title="You hold your part">
          All three trustees have taken theirs, and nothing of the key is left on the server. Keep
          your code: you are asked for it when the pulse closes, on{" "}
          {dateTimeWords(view.closesAt, timeZone)} or earlier.
        </Notice>
      );
    case "confirm":
      return (
        <Card
          title="Enter your code"
          description={`The pulse is closed. With the codes of two trustees it is opened, once, and counted. ${confirmedWords(confirmed)}.`}
        >
          <GiveBack waveId={waveId} />
        </Card>
      );
    case "wait-for-second":
      return (
        <Notice tone="good" title="You have confirmed">
          {confirmedWords(confirmed)}. The pulse is opened when one of the others enters their code
          too. Keep yours until the results are in.
        </Notice>
      );
    case "wait-for-seal":
      return (
        <Notice title={taken < 3 ? "The pulse never opened" : "The results are being made"}>
          {taken < 3
            ? "Its time passed before all three trustees had taken their parts. Nobody was asked anything."
            : "Two trustees have confirmed. There is nothing left for you to do."}
        </Notice>
      );
    case "released":
      return (
        <Notice tone="good" title="The results are in. Your code opens nothing any more">
          The answers and what the server held of the key are destroyed. Throw your code away.
        </Notice>
      );
    case "destroyed":
      return (
        <Notice title="The pulse was destroyed unopened">
          Nobody read an answer, and your code opens nothing any more. Throw it away.
        </Notice>
      );
  }
}
