import { exampleBand } from "@/components/insight/example-band";
import { adultPath } from "@/components/student/adult-content";
import type { HelpWords } from "@/components/student/help-box";
import { helpFor } from "@/components/student/help-for";
import type { StudentFlowProps } from "@/components/student/student-flow-props";
import type { Questionnaire } from "@/components/student/student-words";
import type { TeacherSeesProps } from "@/components/student/teacher-sees";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import type { SpokenHelpLine } from "@/lib/help/help-line";
import type { Locale } from "@/lib/i18n/locales";
import type { MessageKey } from "@/lib/i18n/messages";
import { schoolTime } from "@/lib/i18n/school-time";
import type { Translate } from "@/lib/i18n/translate";
import { formsOf, minutesFor, questionsEach } from "@/lib/instruments/forms";
import { isForYoungest, sayIn, scaleOf } from "@/lib/instruments/instrument";
import type { ClassPulse } from "@/lib/services/ballots/read-pulse";
import { textsFrom } from "@/lib/texts/publish-texts";
import { flowWords } from "./flow-words";

/** Up to this grade nothing is said that can be folded away: 130 words a minute leave room for little. */
const SLOW_READERS = 5;

type Open = Extract<ClassPulse, { state: "open" }>;

/** Puts every sentence together on the server; the browser gets a small script and finished words. */
export function flowProps(
  pulse: Open,
  lines: readonly SpokenHelpLine[],
  locale: Locale,
  t: Translate,
): StudentFlowProps {
  const { className } = pulse;
  const items = questionsEach(pulse.instrument);
  const about = t("join.aboutTime", { count: items, minutes: minutesFor(items) });
  const compact = pulse.instrument.grades.to <= SLOW_READERS;
  return {
    lang: locale,
    pulse: {
      joinCode: pulse.joinCode,
      waveId: pulse.waveId,
      marginId: pulse.marginId,
      marginLabel: pulse.marginLabel,
      byName: pulse.byName,
      words: pulse.words,
      nominations: pulse.nominations,
      className,
      manifestHash: pulse.manifestHash,
    },
    words: flowWords(t, {
      words:
        pulse.words === null
          ? null
          : { school: pulse.words.label, minimum: textsFrom(pulse.policy) },
    }),
    asked: questionnaire(pulse, locale, t),
    welcome: t("join.welcome", { className }),
    intro: {
      about: compact ? "" : about,
      admission: t(admissionWords(pulse)),
      privacyTitle: t("join.privacyTitle"),
      privacy: [
        ...(compact ? [about] : []),
        t("join.privacyText", { minimum: pulse.policy.k }),
        t(pulse.byName ? "seat.whyNamed" : "seat.why"),
        `${t("join.freeToSkip")} ${t("join.closesAt", schoolTime(pulse.closesAt, pulse.timeZone, locale))}`,
      ],
      trust: { href: `/trust/${pulse.waveId}?lang=${locale}`, text: t("join.privacyLink") },
    },
    teacherSees: teacherSees(pulse, locale, t, { compact }),
    help: help(pulse, lines, locale, t),
    loading: t("common.loading"),
  };
}

function questionnaire(pulse: Open, locale: Locale, t: Translate): Questionnaire {
  const { instrument } = pulse;
  const items = questionsEach(instrument);
  return {
    items: instrument.items.map((item) => {
      const scale = scaleOf(item, instrument);
      const { said, spoken } = sayIn(item.text, locale);
      return {
        text: said,
        spoken,
        // An item with answers of its own says all there is to say.
        lead: item.scale === undefined ? sayIn(instrument.lead, locale).said : "",
        labels: sayIn(scale.labels, locale).said,
        faces: isForYoungest(instrument) && scale.points === 3,
        ...recordingOf(pulse, item.id, locale),
      };
    }),
    places: Array.from({ length: items }, (_, index) => ({
      progress: t("questions.progress", { current: index + 1, total: items }),
      change: t("preview.changeQuestion", { number: index + 1 }),
    })),
    forms: formsOf(instrument),
  };
}

/** How one gets in, in plain words, and where a name comes in: on the slip, at the end for who wants, or nowhere. */
function admissionWords({ byName, nominations }: Open): MessageKey {
  if (byName) return "join.nameOnSlip";
  return nominations === null ? "join.noName" : "join.nameIfYouWant";
}

function teacherSees(
  pulse: Open,
  locale: Locale,
  t: Translate,
  { compact }: { readonly compact: boolean },
): TeacherSeesProps {
  const { instrument, policy } = pulse;
  const example = exampleBand(instrument, policy, locale, t);
  const neverSees = t("preview.neverSees");
  return {
    words: {
      title: t("preview.whatTeacherSees", { minimum: policy.k }),
      exampleTitle: t("preview.exampleTitle"),
      question: example?.question ?? "",
      example: example?.sentence ?? "",
      promises: compact ? [] : [neverSees],
      more: [...(compact ? [neverSees] : []), t("preview.lockedUntilClose")],
      alsoCounted: alsoCounted(pulse, t),
      cardTitle: t("preview.cardTitle"),
      cardHint: t("preview.cardHint"),
    },
    share: example?.share ?? { lo: 0, hi: 1 },
    cardCheck: shortHash(pulse.manifestHash),
  };
}

/** Where answers count beside the class, or in its place. */
function alsoCounted(pulse: Open, t: Translate): string[] {
  const { className, marginLabel, dimensions, policy } = pulse;
  return [
    ...(marginLabel === className ? [] : [t("preview.smallClass", { group: marginLabel })]),
    ...(dimensions.length === 0
      ? []
      : [t("preview.alsoCounted", { groups: dimensions.join(", "), minimum: policy.k })]),
  ];
}

/** The address of a person's recording of an item, if there is one in the language in which it is shown. */
function recordingOf({ recordings }: Open, itemId: string, locale: Locale): { recording?: string } {
  const found = recordings.find(
    (recording) => recording.itemId === itemId && recording.language === locale,
  );
  return found === undefined ? {} : { recording: `/api/recordings/${found.sha256}` };
}

/** What a class finds after sending. */
function help(
  pulse: Open,
  lines: readonly SpokenHelpLine[],
  locale: Locale,
  t: Translate,
): HelpWords {
  const { joinCode, timeZone, mayAskAdult } = pulse;
  return {
    title: t("help.title"),
    entries: helpFor({ lines, locale, timeZone }, t),
    adult: mayAskAdult ? { href: adultPath(joinCode, locale), text: t("adult.title") } : null,
  };
}
