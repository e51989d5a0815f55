import { HelpBox } from "@/components/student/help-box";
import { helpFor } from "@/components/student/help-for";
import { classNames } from "@/components/ui/class-names";
import { LanguageName } from "@/components/ui/language-name";
import { Card } from "@/components/ui/card";
import type { SpokenHelpLine } from "@/lib/help/help-line";
import { type Locale, LOCALES, pageLanguage, textDirection } from "@/lib/i18n/locales";
import { translateTo } from "@/lib/i18n/translate";

/** The box that students of a language see after they have sent their answers. */
export function StudentPreview({
  lines,
  timeZone,
  locale,
}: {
  readonly lines: readonly SpokenHelpLine[];
  readonly timeZone: string;
  readonly locale: Locale;
}) {
  const t = translateTo(locale);
  return (
    <Card
      title="What students see"
      description="After their answers are sent. Where you set nothing for a language, the lines that are known for your time zone are shown."
    >
      <nav aria-label="Language of the preview" className="mb-4 flex flex-wrap gap-1">
        {LOCALES.map((each) => (
          <a
            key={each}
            href={`?see=${each}`}
            aria-current={each === locale ? "true" : undefined}
            className={classNames(
              "inline-flex min-h-11 items-center rounded-md px-3",
              each === locale ? "bg-accent-soft font-semibold" : "text-link underline",
            )}
          >
            <LanguageName locale={each} />
          </a>
        ))}
      </nav>
      <div lang={pageLanguage(locale)} dir={textDirection(locale)} className="max-w-xl text-lg">
        <HelpBox
          title={t("help.title")}
          entries={helpFor({ lines, locale, timeZone }, t)}
          adult={null}
        />
      </div>
    </Card>
  );
}
