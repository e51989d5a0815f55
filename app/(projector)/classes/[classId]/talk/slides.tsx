import type { ReactNode } from "react";

import { Band } from "@/components/ui/band";
import type { TalkBand, TalkView } from "@/lib/insight/talk-view";

/** One slide, as high as what scrolls it. */
export function Slide({ children }: { readonly children: ReactNode }) {
  return (
    <section className="grid min-h-full snap-start content-center gap-[3vmin] px-6 py-8 break-after-page sm:px-12 lg:px-20 2xl:px-32">
      {children}
    </section>
  );
}

export function Heading({ children }: { readonly children: ReactNode }) {
  return (
    <h2 className="text-2xl leading-tight font-semibold sm:text-4xl xl:text-5xl 2xl:text-6xl">
      {children}
    </h2>
  );
}

/** Body type that is read from the back row. */
export function Said({ children }: { readonly children: ReactNode }) {
  return (
    <p className="max-w-[38ch] text-lg leading-snug sm:text-2xl xl:text-3xl 2xl:text-4xl">
      {children}
    </p>
  );
}

/** How the class is as a whole: where the share of good answers lies, and in a word. */
export function BelongingSlide({ belonging }: { readonly belonging: TalkBand }) {
  const { lo, hi, word } = belonging;
  return (
    <Slide>
      <Heading>How do we feel in this class?</Heading>
      <Said>{capital(word)} of our answers were good ones, like “often” or “almost always”.</Said>
      <div className="max-w-5xl text-lg sm:text-xl 2xl:text-3xl">
        <Band loShare={lo} hiShare={hi} label="Good answers, all questions together" />
      </div>
    </Slide>
  );
}

/** Each theme in friendly words, with its band. In the order of the questions. */
export function ThemesSlide({
  themes,
  strengths,
}: {
  readonly themes: Extract<TalkView, { kind: "shown" }>["themes"];
  readonly strengths: readonly string[];
}) {
  return (
    <Slide>
      <Heading>What did we say?</Heading>
      <ul className="grid max-w-6xl gap-x-12 gap-y-[2.5vmin] sm:text-xl lg:grid-cols-2 2xl:text-2xl">
        {themes.map(({ topic, lo, hi, word }) => (
          <li key={topic} className="grid gap-1">
            <Band loShare={lo} hiShare={hi} label={topic} />
            <p className="text-ink-soft">{capital(word)} of the answers were good</p>
          </li>
        ))}
      </ul>
      {strengths.length === 0 ? null : (
        <Said>
          Going well here: <strong>{strengths.join(" · ")}</strong>
        </Said>
      )}
    </Slide>
  );
}

/** One question to talk about. */
export function QuestionSlide({
  topic,
  at,
  of,
  question,
}: {
  readonly topic: string;
  readonly at: number;
  readonly of: number;
  readonly question: string;
}) {
  return (
    <Slide>
      <p className="text-lg text-ink-soft sm:text-2xl 2xl:text-3xl">
        {topic} · question {at} of {of}
      </p>
      <h2 className="max-w-[26ch] text-3xl leading-tight font-semibold sm:text-5xl xl:text-6xl 2xl:text-7xl">
        {question}
      </h2>
    </Slide>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
