import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { LOCALE_ENGLISH, pageLanguage, textDirection } from "@/lib/i18n/locales";
import { isRotating } from "@/lib/instruments/forms";
import { type Instrument, type Language, languagesOf } from "@/lib/instruments/instrument";
import { spokenWords } from "@/lib/recordings/spoken-words";
import type { FoundRecording } from "@/lib/services/recordings/find-recordings";
import { RecordingForm } from "./recording-form";

/** What people have recorded of these questions in a language, and for administrators the way to add to it. */
export function RecordingsCard({
  instrumentKey,
  instrument,
  recordings,
  language,
  mayRecord,
}: {
  readonly instrumentKey: string;
  readonly instrument: Instrument;
  readonly recordings: readonly FoundRecording[];
  readonly language: Language;
  readonly mayRecord: boolean;
}) {
  if (!mayRecord && recordings.length === 0) return null;
  if (isRotating(instrument)) {
    return (
      <Card title="Read aloud by a person">
        <p className="max-w-prose">
          Not for questions that are dealt by chance: a device that fetched a recording would show
          which questions it was dealt. The device’s own voice reads them.
        </p>
      </Card>
    );
  }
  const own = recordings.filter((recording) => recording.language === language);
  return (
    <Card
      title="Read aloud by a person"
      description="Students hear the recording in place of their device’s voice. It should say the question and then its answers, in order, and nothing else. Where there is none, the device reads."
    >
      <div id="recordings" className="grid scroll-mt-4 gap-4">
        <Languages instrument={instrument} recordings={recordings} current={language} />
        <ul className="grid divide-y divide-line border-y border-line">
          {instrument.items.map((item) => {
            const words = spokenWords(instrument, item, language);
            const recording = own.find(({ itemId }) => itemId === item.id);
            if (words === null || (!mayRecord && recording === undefined)) return null;
            return (
              <li key={item.id} className="grid gap-2 py-4">
                <p
                  lang={pageLanguage(language)}
                  dir={textDirection(language)}
                  className="max-w-prose font-medium"
                >
                  {words.text}
                </p>
                {recording === undefined ? (
                  <p className="text-sm text-ink-soft">No recording.</p>
                ) : (
                  <audio
                    controls
                    preload="none"
                    src={`/api/recordings/${recording.sha256}`}
                    aria-label={`Recording of “${words.text}”`}
                    className="w-full max-w-md"
                  />
                )}
                {mayRecord ? (
                  <RecordingForm
                    // Replaced, it is a fresh form.
                    key={recording?.sha256 ?? ""}
                    spoken={{ instrument: instrumentKey, itemId: item.id, language }}
                    text={words.text}
                    script={[words.lead, words.text, ...words.labels].filter((part) => part !== "")}
                    recorded={recording !== undefined}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
    </Card>
  );
}

function Languages({
  instrument,
  recordings,
  current,
}: {
  readonly instrument: Instrument;
  readonly recordings: readonly FoundRecording[];
  readonly current: Language;
}) {
  const all = instrument.items.length;
  return (
    <nav aria-label="Language of the recordings" className="flex flex-wrap gap-1">
      {languagesOf(instrument).map((language) => {
        const done = recordings.filter((recording) => recording.language === language).length;
        return (
          <a
            key={language}
            href={`?say=${language}#recordings`}
            aria-current={language === current ? "true" : undefined}
            className={classNames(
              "inline-flex min-h-11 items-center rounded-md px-3",
              language === current ? "bg-accent-soft font-semibold" : "text-link underline",
            )}
          >
            {LOCALE_ENGLISH[language]} ({done} of {all})
          </a>
        );
      })}
    </nav>
  );
}
