import { HelpBox } from "@/components/student/help-box";
import { helpLines } from "@/components/student/help-lines";
import { StudentFlow } from "@/components/student/student-flow";
import { TeacherSees } from "@/components/student/teacher-sees";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import { legalBands } from "@/lib/disclosure/band-count";
import type { Policy } from "@/lib/disclosure/policy";
import type { Locale } from "@/lib/i18n/locales";
import type { MessageKey } from "@/lib/i18n/messages";
import { formsOf, minutesFor, questionsEach } from "@/lib/instruments/forms";
import { favourableLabels, isForYoungest, scaleOf } from "@/lib/instruments/instrument";
import type { ClassPulse } from "@/lib/services/ballots/read-pulse";
import { textsFrom } from "@/lib/texts/publish-texts";
import { flowWords, schoolTime, type Translate } from "../../words";

type Open = Extract<ClassPulse, { state: "open" }>;

/** Puts every sentence together on the server; the browser gets a small script and finished words. */
export function OpenPulse({
  pulse,
  locale,
  t,
}: {
  readonly pulse: Open;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { instrument, className } = pulse;
  const forms = formsOf(instrument);
  const items = questionsEach(instrument);
  return (
    <>
      <noscript>
        <style>{"[data-needs-script]{display:none!important}"}</style>
        <h1 className="mb-4 text-2xl font-semibold">{t("join.welcome", { className })}</h1>
        <p className="rounded-lg border border-watch-line bg-watch-soft px-4 py-3.5">
          {t("errors.noJavaScript")}
        </p>
      </noscript>
      <StudentFlow
        lang={locale}
        pulse={{
          joinCode: pulse.joinCode,
          waveId: pulse.waveId,
          marginId: pulse.marginId,
          marginLabel: pulse.marginLabel,
          byName: pulse.dimensions.length > 0,
          words: pulse.words,
          nominations: pulse.nominations,
          className,
          manifestHash: pulse.manifestHash,
        }}
        words={flowWords(t, {
          items,
          byName: pulse.dimensions.length > 0,
          words:
            pulse.words === null
              ? null
              : { school: pulse.words.label, minimum: textsFrom(pulse.policy) },
        })}
        asked={{
          items: instrument.items.map((item) => ({
            text: item.text[locale],
            // An item with answers of its own says all there is to say.
            lead: item.scale === undefined ? instrument.lead[locale] : "",
            labels: scaleOf(item, instrument).labels[locale],
            faces: isForYoungest(instrument) && scaleOf(item, instrument).points === 3,
          })),
          places: Array.from({ length: items }, (_, index) => ({
            progress: t("questions.progress", { current: index + 1, total: items }),
            change: t("preview.changeQuestion", { number: index + 1 }),
          })),
          forms,
        }}
        welcome={t("join.welcome", { className })}
        intro={
          <div className="grid gap-2 text-ink-soft">
            <p>
              {t("join.aboutTime", { count: items, minutes: minutesFor(items) })}{" "}
              {t("join.freeToSkip")}
            </p>
            <p>
              {t(nameWords(pulse))}{" "}
              {t("join.closesAt", schoolTime(pulse.closesAt, pulse.timeZone, locale))}
            </p>
            <details>
              <summary className="min-h-11 py-2">{t("join.privacyTitle")}</summary>
              <p className="pb-2">
                {t("join.privacyText", { minimum: pulse.policy.k })}{" "}
                <a href={`/trust/${pulse.waveId}?lang=${locale}`} className="prose-link">
                  {t("join.privacyLink")}
                </a>
              </p>
            </details>
          </div>
        }
        teacherSees={<Preview pulse={pulse} locale={locale} t={t} />}
        help={<Help timeZone={pulse.timeZone} t={t} />}
      />
    </>
  );
}

/** Where a name comes in: on the slip, at the end for who wants, or nowhere. */
function nameWords({ dimensions, nominations }: Open): MessageKey {
  if (dimensions.length > 0) return "join.nameOnSlip";
  return nominations === null ? "join.noName" : "join.nameIfYouWant";
}

function Preview({
  pulse,
  locale,
  t,
}: {
  readonly pulse: Open;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { instrument, policy } = pulse;
  const share = exampleBand(policy);
  const item = instrument.items[0];
  const labels =
    item === undefined ? [] : favourableLabels(item, scaleOf(item, instrument), locale);
  const second = labels.at(-1) ?? "";
  const first = labels.slice(0, -1).join(", ") || second;
  return (
    <TeacherSees
      words={{
        title: t("preview.whatTeacherSees", { minimum: policy.k }),
        exampleTitle: t("preview.exampleTitle"),
        question: item?.text[locale] ?? "",
        example: t(labels.length < 2 ? "preview.exampleOfOne" : "preview.example", {
          from: share.n - (share.n % policy.participationBlock),
          to: share.n - (share.n % policy.participationBlock) + policy.participationBlock - 1,
          low: Math.floor(share.lo * 100),
          high: Math.ceil(share.hi * 100),
          first,
          ...(labels.length < 2 ? {} : { second }),
        }),
        neverSees: t("preview.neverSees"),
        lockedUntilClose: t("preview.lockedUntilClose"),
        alsoCounted: alsoCounted(pulse, t),
        cardTitle: t("preview.cardTitle"),
        cardHint: t("preview.cardHint"),
      }}
      share={share}
      cardCheck={shortHash(pulse.manifestHash)}
    />
  );
}

/** Where answers count beside the class, or in its place. */
function alsoCounted(pulse: Open, t: Translate): string[] {
  const { className, marginLabel, dimensions, policy } = pulse;
  return [
    ...(marginLabel === className ? [] : [t("preview.smallClass", { group: marginLabel })]),
    ...(dimensions.length === 0
      ? []
      : [
          t("preview.alsoCounted", {
            groups: dimensions.join(", "),
            minimum: policy.k,
          }),
        ]),
  ];
}

/** A band that this wave's own policy could show, for an invented class: never a real one. */
function exampleBand(policy: Policy): { n: number; lo: number; hi: number } {
  const n = policy.k + 12;
  const bands = legalBands(n, policy);
  const band = bands[bands.length - 2] ?? { lo: 0, hi: n };
  return { n, lo: band.lo / n, hi: band.hi / n };
}

function Help({ timeZone, t }: { readonly timeZone: string; readonly t: Translate }) {
  const lines = helpLines(timeZone);
  const numbers =
    lines === null
      ? []
      : [
          { text: t("help.urgent", { ...lines }), call: lines.emergencyNumber },
          { text: t("help.line", { ...lines }), call: lines.lineNumber },
        ];
  const adult = [{ text: t("help.adult") }, { text: t("help.notRead") }];
  return <HelpBox title={t("help.title")} lines={[...adult, ...numbers]} />;
}
