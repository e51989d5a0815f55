import { QrCode } from "@/components/waves/qr-code";
import { textDirection } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import type { NoticeText } from "./notice-text";

/** The notice as it is printed: the letter, a line to cut along, and the form. One sheet of paper. */
export function FamilyNotice({
  locale,
  text: { title, opening, sections, read, ask, slip },
}: {
  readonly locale: Locale;
  readonly text: NoticeText;
}) {
  return (
    <article
      lang={locale}
      dir={textDirection(locale)}
      className="grid max-w-[46rem] gap-4 rounded-lg border border-line bg-surface p-5 text-start shadow-card sm:p-8 print:max-w-none print:gap-2 print:border-0 print:p-0 print:text-[9.5pt] print:leading-snug print:shadow-none"
    >
      <h2 className="text-xl font-semibold">{title}</h2>
      {opening.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {sections.map((section) => (
        <section key={section.title} className="grid gap-1.5 print:gap-0.5">
          <h3 className="font-semibold">{section.title}</h3>
          <ul className="grid list-disc gap-1 ps-5 print:gap-0">
            {section.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
      <section className="flex items-center gap-5">
        <div className="grid gap-1.5 print:gap-0.5">
          <h3 className="font-semibold">{read.title}</h3>
          <p>{read.text}</p>
          <p dir="ltr" className="text-start break-all">
            <a href={read.link} className="prose-link">
              {read.link}
            </a>
          </p>
          <p>{ask}</p>
        </div>
        <div className="ms-auto w-24 shrink-0">
          <QrCode text={read.link} label={read.title} />
        </div>
      </section>
      <section
        aria-labelledby="slip"
        className="mt-2 grid gap-3 border-t-2 border-dashed border-line-strong pt-5 print:mt-0 print:gap-2 print:pt-3"
      >
        <h3 id="slip" className="text-lg font-semibold">
          {slip.title}
        </h3>
        <ul className="grid gap-2">
          {slip.options.map((option) => (
            <li key={option} className="flex items-start gap-3">
              <span aria-hidden className="mt-[0.2em] size-4 shrink-0 border border-ink" />
              {option}
            </li>
          ))}
        </ul>
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2 print:gap-y-2">
          {slip.fields.map((field) => (
            <p key={field} className="border-b border-ink pt-1 pb-6 text-sm print:pb-5">
              {field}
            </p>
          ))}
        </div>
        <p className="font-medium">{slip.giveBack}</p>
      </section>
    </article>
  );
}
