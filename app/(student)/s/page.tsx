import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ClassCodeForm } from "@/components/student/class-code-form";
import { StudentFrame } from "@/components/student/student-frame";
import { checkCode } from "@/lib/ballots/wire/admission-code";
import { requestLocale, translateTo } from "../words";

interface Query {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const t = translateTo(await requestLocale((await searchParams)["lang"]));
  return { title: t("join.title"), referrer: "no-referrer" };
}

/** Where a student types the class code that is on the board. */
export default async function JoinPage({ searchParams }: Query) {
  const query = await searchParams;
  const locale = await requestLocale(query["lang"]);
  const t = translateTo(locale);
  const code = typeof query["code"] === "string" ? query["code"] : undefined;
  const checked = code === undefined ? null : checkCode("join", code);
  if (checked?.ok === true) redirect(`/s/${checked.code}?lang=${locale}`);
  return (
    <StudentFrame
      locale={locale}
      path="/s"
      languageLabel={t("common.chooseLanguage")}
      title={t("common.appName")}
    >
      <div className="grid gap-6">
        <h1 className="text-2xl font-semibold">{t("join.title")}</h1>
        <ClassCodeForm
          words={{
            label: t("join.classCodeLabel"),
            hint: t("join.classCodeHint"),
            submit: t("join.continue"),
          }}
          lang={locale}
          value={code ?? ""}
          problem={
            checked?.ok === false
              ? t(checked.code === "empty" ? "join.codeMissing" : "join.codeMistyped")
              : undefined
          }
        />
      </div>
    </StudentFrame>
  );
}
