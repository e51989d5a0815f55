import { ClassCodeForm } from "@/components/student/class-code-form";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";

/** The field for a class's code under its heading. */
export function ClassCode({
  title,
  value,
  problem,
  locale,
  t,
}: {
  readonly title: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <ClassCodeForm
        words={{
          label: t("join.classCodeLabel"),
          hint: t("join.classCodeHint"),
          submit: t("join.continue"),
        }}
        lang={locale}
        value={value.slice(0, 20)}
        problem={problem}
      />
    </div>
  );
}
