import { Band } from "@/components/ui/band";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { Report, ReportFigure } from "@/lib/exports/report/report";
import styles from "./report-sheet.module.css";

/** A report as it is printed: one page of A4 or Letter. */
export function ReportSheet({ report }: { readonly report: Report }) {
  return (
    <article
      className={`${styles["sheet"] ?? ""} max-w-3xl rounded-lg border border-line bg-surface p-5 shadow-card sm:p-10`}
    >
      <h2 className="text-2xl font-semibold">{report.title}</h2>
      <p className="text-ink-soft">{report.about}</p>
      {report.sections.map(({ heading, figures, words }) => (
        <section key={heading} className={`${styles["part"] ?? ""} mt-6 grid gap-3`}>
          <h3 className="text-lg font-semibold">{heading}</h3>
          {figures.length === 0 ? null : (
            <ul className={`${styles["figures"] ?? ""} grid gap-4`}>
              {figures.map((figure) => (
                <li key={figure.label}>
                  <Figure {...figure} />
                </li>
              ))}
            </ul>
          )}
          {words.map((sentence) => (
            <p key={sentence} className="max-w-prose text-sm text-ink-soft">
              {sentence}
            </p>
          ))}
        </section>
      ))}
      <footer className="mt-8 grid gap-1 border-t border-line pt-3 text-xs text-ink-soft">
        {report.stamp.map((line) => (
          <p key={line} className="wrap-anywhere">
            {line}
          </p>
        ))}
      </footer>
    </article>
  );
}

function Figure({ label, figure }: ReportFigure) {
  if (!figure.shown) {
    const reason = figure.reason;
    return (
      <WithheldMark label={label} reason={`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`} />
    );
  }
  return <Band loShare={figure.band.lo / 100} hiShare={figure.band.hi / 100} label={label} />;
}
