import { SHORT_ALPHABET, shortHash } from "@/lib/ballots/wire/short-hash";
import { sectionOf } from "@/lib/ballots/wire/find-receipts";
import { readReceiptLines } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { Folded } from "./sentences";

/**
 * Lines shown at once. A longer list is divided by the first sign of a receipt: asking for a part then says
 * no more than that one of dozens of receipts was looked for. A list of 30,000 has parts of about 940.
 */
const WHOLE_LIST = 1_000;
const ALL = "all";

/** The list without a script: as a file, and in parts that are plain links. */
export async function ReceiptList({
  waveId,
  url,
  lines,
  shown,
  locale,
  t,
}: Reader & {
  readonly waveId: string;
  readonly url: string;
  readonly lines: number;
  readonly shown: string | null;
}) {
  const whole = lines <= WHOLE_LIST;
  const parts = whole ? [ALL] : [...SHORT_ALPHABET];
  const part = parts.find((each) => each === shown);
  const address = (each: string) => `/trust/${waveId}?lang=${locale}&list=${each}#list`;
  return (
    <div id="list">
      <Folded title={t("trust.listTitle")} open={part !== undefined}>
        <p>{t("trust.listWhat", { lines })}</p>
        <p>
          <a href={url} className="prose-link py-1">
            {t("trust.listFile")}
          </a>
        </p>
        {whole ? (
          <p>
            <a href={address(ALL)} className="prose-link py-1">
              {t("trust.listAll")}
            </a>
          </p>
        ) : (
          <div className="grid gap-1">
            <p>{t("trust.listSections")}</p>
            <ul className="flex flex-wrap gap-1">
              {parts.map((each) => (
                <li key={each}>
                  <a
                    href={address(each)}
                    aria-current={each === part ? "true" : undefined}
                    className="grid size-11 place-content-center rounded-md border border-line font-mono text-link aria-[current]:bg-accent-soft aria-[current]:font-bold"
                  >
                    {each}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {part === undefined ? null : <Part receipts={await readPart(waveId, part)} t={t} />}
      </Folded>
    </div>
  );
}

function Part({ receipts, t }: { readonly receipts: readonly string[]; readonly t: Reader["t"] }) {
  if (receipts.length === 0) return <p>{t("trust.listNone")}</p>;
  return (
    <ol className="grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2">
      {receipts.map((receipt) => (
        <li key={receipt}>{shortHash(receipt)}</li>
      ))}
    </ol>
  );
}

async function readPart(waveId: string, part: string): Promise<readonly string[]> {
  const lines = (await readReceiptLines(waveId)) ?? [];
  return part === ALL ? lines : sectionOf(lines, part);
}
