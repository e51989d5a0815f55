import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { LANGUAGES, type Language } from "@/lib/instruments/instrument";
import { isRotating, questionsEach } from "@/lib/instruments/forms";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readInstrument } from "@/lib/services/instruments/read-instruments";

export const metadata: Metadata = { title: "For parents" };

const WORDS: Readonly<
  Record<
    Language,
    {
      what: string;
      some: (each: number, all: number) => string;
      answers: string;
      private: string;
      free: string;
    }
  >
> = {
  en: {
    what: "These are the questions that students are asked, word for word. If the school lets them, students may also write a few words of their own at the end, or nothing. In a larger class a school may also ask, as research and only after telling you, whom in the class a student could ask for help; that can be skipped too. Names are sealed like answers, what links them to students is destroyed, and only figures of the whole class are kept.",
    some: (each, all) =>
      `Each student is asked ${String(each)} of these ${String(all)}, dealt by chance on their own device.`,
    answers: "Answers to choose from:",
    private: `Answers are sealed on the student’s device and carry no name. They are opened once, all together; nothing is shown of fewer than ${String(FLOOR_POLICY.k)} students, and never what one student answered. A school may also count answers by a group such as home language, never within a class.`,
    free: "Every question can be skipped, and nobody has to take part.",
  },
  es: {
    what: "Estas son las preguntas que se hacen a cada estudiante, palabra por palabra. Si la escuela lo permite, al final también se pueden escribir unas palabras propias, o nada. En una clase grande la escuela también puede preguntar, como investigación y solo después de avisarles, a quién de la clase se podría pedir ayuda; eso también se puede saltar. Los nombres se sellan como las respuestas, lo que los une a estudiantes se destruye, y solo se guardan cifras de toda la clase.",
    some: (each, all) =>
      `A cada estudiante se le hacen ${String(each)} de estas ${String(all)} preguntas, sorteadas en su propio dispositivo.`,
    answers: "Respuestas para elegir:",
    private: `Las respuestas se sellan en el dispositivo de cada estudiante y no llevan nombre. Se abren una sola vez, todas juntas; no se muestra nada de menos de ${String(FLOOR_POLICY.k)} estudiantes, y nunca lo que contestó una sola persona. La escuela también puede contar las respuestas por un grupo, como el idioma del hogar, nunca dentro de una clase.`,
    free: "Se puede saltar cualquier pregunta, y nadie está obligado a participar.",
  },
};

/** The questions as a sheet for parents, in one language. */
export default async function PrintPage({
  params,
  searchParams,
}: {
  params: Promise<{ instrumentId: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
}) {
  const { instrumentId } = await params;
  const { lang } = await searchParams;
  const found = await readInstrument(
    serviceContext(await requireStaff()),
    decodeURIComponent(instrumentId),
  );
  // Only of what students can be asked: a notice must not speak of questions that nobody asks.
  if (!found.ok || !found.value.inPulses) notFound();
  const { key, instrument } = found.value;
  const language = LANGUAGES.find((one) => one === lang) ?? "en";
  const other = language === "en" ? "es" : "en";
  const words = WORDS[language];
  return (
    <>
      <div data-print="hide">
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              items={[
                { label: "Questions", href: "/instruments" },
                { label: instrument.title.en, href: `/instruments/${key}` },
              ]}
            />
          }
          title="For parents"
          actions={
            <>
              <LinkButton href={`/instruments/${key}/print?lang=${other}`}>
                {other === "en" ? "In English" : "In Spanish"}
              </LinkButton>
              <PrintButton variant="primary" />
            </>
          }
        />
      </div>
      <article lang={language} className="max-w-prose">
        <h2 className="text-2xl font-semibold">{instrument.title[language]}</h2>
        <p className="mt-3">{words.what}</p>
        {isRotating(instrument) ? (
          <p className="mt-3">{words.some(questionsEach(instrument), instrument.items.length)}</p>
        ) : null}
        <p className="mt-3 font-medium">“{instrument.lead[language]}”</p>
        <ol className="mt-3 grid list-decimal gap-2 pl-6">
          {instrument.items.map(({ id, text, scale }) => (
            <li key={id} className="pl-1 break-inside-avoid">
              {text[language]}
              {scale === undefined ? null : ` (${scale.labels[language].join(" · ")})`}
            </li>
          ))}
        </ol>
        <p className="mt-4">
          {words.answers} {instrument.scale.labels[language].join(" · ")}
        </p>
        <p className="mt-3">{words.private}</p>
        <p className="mt-3">{words.free}</p>
      </article>
    </>
  );
}
