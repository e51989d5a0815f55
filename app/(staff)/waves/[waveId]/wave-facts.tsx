import { Download } from "lucide-react";
import Link from "next/link";
import { buttonClassName } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { dateTimeWords, dateWords } from "@/components/waves/wave-words";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import type { WaveView } from "@/lib/services/waves/read-wave";

/** The dates, the rule and the fingerprints of a pulse, for who wants to check. */
export function WaveFacts({ wave }: { readonly wave: WaveView }) {
  const { timeZone, manifestHash, release } = wave;
  const items: Definition[] = [
    { term: "Opens", value: dateTimeWords(wave.opensAt, timeZone) },
    { term: "Closes", value: dateTimeWords(wave.closesAt, timeZone) },
    { term: "Counted by", value: countedBy(wave) },
    { term: "Students get in", value: getInWords(wave) },
    ...(wave.words
      ? [{ term: "Own words", value: "A few, from those who want; shown by school" }]
      : []),
    ...(wave.nominations
      ? [{ term: "Whom to turn to", value: "Research: larger classes are asked; figures only" }]
      : []),
    { term: "Shown from", value: `${String(wave.k)} answers` },
    ...(manifestHash === null
      ? []
      : [
          {
            term: "Key fingerprint",
            value: <Fingerprint hash={manifestHash} short={shortHash(manifestHash)} />,
          },
          {
            term: "For students and parents",
            value: (
              <Link href={`/trust/${wave.id}`} prefetch={false} className="prose-link">
                How this stays private
              </Link>
            ),
          },
        ]),
    ...(release === null ? [] : [{ term: "Results made on", value: dateWords(release.sealedOn) }]),
    ...(release === null || release.hash === null
      ? []
      : [{ term: "Results fingerprint", value: <Fingerprint hash={release.hash} /> }]),
  ];
  return (
    <Card
      title="Details"
      actions={
        release !== null && wave.may.download ? (
          <a href={`/api/releases/${wave.id}`} download className={buttonClassName({ size: "sm" })}>
            <Download aria-hidden />
            Download results (JSON)
          </a>
        ) : null
      }
    >
      <DefinitionList items={items} />
    </Card>
  );
}

/** Which of the ways in is used, and what it lets the school see. */
function getInWords({ admission, dimensions }: WaveView): string {
  if (admission === "roster") {
    return "By the class list: slips have names, and the class’s staff see who has not collected a ballot while it is open";
  }
  return dimensions.length === 0
    ? "By slips dealt by chance"
    : "By slips with names, because of demographics; no page shows who has used theirs";
}

/** Which groups get a result. */
function countedBy({ dimensions }: WaveView): string {
  const nested = "Class, grade and school";
  return dimensions.length === 0
    ? nested
    : `${nested}; in each school also ${dimensions.join(", ")}`;
}

function Fingerprint({ hash, short }: { readonly hash: string; readonly short?: string }) {
  return (
    <>
      {short === undefined ? null : (
        <span className="block font-semibold tracking-wide tabular">{short}</span>
      )}
      <code className="block text-xs break-all text-ink-soft">{hash}</code>
    </>
  );
}
