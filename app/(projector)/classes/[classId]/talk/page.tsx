import "@fontsource-variable/inter/wght.css";

import { MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { TalkView } from "@/lib/insight/talk-view";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readClassTalk } from "@/lib/services/insight/read-class-talk";

import { BelongingSlide, QuestionSlide, Said, Slide, ThemesSlide } from "./slides";
import { TalkDeck } from "./talk-deck";

export const metadata: Metadata = { title: "Talk about it" };

/** What a teacher shows the class of its own pulse: safe on a wall, since it is made of `TalkView` and nothing else. */
export default async function TalkPage({ params }: { params: Promise<{ classId: string }> }) {
  const classId = decodeURIComponent((await params).classId);
  const outcome = await readClassTalk(serviceContext(await requireStaff()), classId);
  if (!outcome.ok) notFound();
  const { classTitle, talk } = outcome.value;
  const backHref = `/classes/${encodeURIComponent(classId)}`;
  if (talk === null) return <NothingYet classTitle={classTitle} backHref={backHref} />;
  return (
    <TalkDeck backHref={backHref}>
      <Slide>
        <h1 className="text-4xl leading-tight font-semibold sm:text-6xl 2xl:text-8xl">
          {classTitle}
        </h1>
        <p className="text-lg text-ink-soft sm:text-2xl 2xl:text-4xl">{talk.waveTitle}</p>
        {talk.view.kind === "withheld" ? (
          <Said>
            Thank you for your answers. This time they stay with all of you: we show none, so that
            everyone can go on saying what they think.
          </Said>
        ) : (
          <Said>
            Thank you for your answers. Nobody can see who said what. Let us talk about us as a
            class, and not about any one person.
          </Said>
        )}
      </Slide>
      {talk.view.kind === "shown" ? slidesOf(talk.view) : null}
    </TalkDeck>
  );
}

function slidesOf({
  belonging,
  themes,
  strengths,
  discussion,
}: Extract<TalkView, { kind: "shown" }>) {
  const { topic, questions } = discussion;
  return [
    <BelongingSlide key="belonging" belonging={belonging} />,
    ...(themes.length > 1
      ? [<ThemesSlide key="themes" themes={themes} strengths={strengths} />]
      : []),
    ...questions.map((question, at) => (
      <QuestionSlide
        key={question}
        topic={topic}
        at={at + 1}
        of={questions.length}
        question={question}
      />
    )),
  ];
}

/** Before the first sealed pulse. */
function NothingYet({
  classTitle,
  backHref,
}: {
  readonly classTitle: string;
  readonly backHref: string;
}) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-3xl content-center gap-6 p-6">
      <h1 className="text-2xl font-semibold">Talk about it: {classTitle}</h1>
      <EmptyState
        icon={MessagesSquare}
        title="There is nothing to talk about yet"
        actions={<LinkButton href={backHref}>Back to the class</LinkButton>}
      >
        After the class’s first pulse is closed and sealed you find slides here that are safe to
        show to the class, with three questions to talk about.
      </EmptyState>
    </main>
  );
}
