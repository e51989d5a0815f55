import type { ReactNode } from "react";

/** The way back to the class's page. */
export function BackLink({ href, words }: { readonly href: string; readonly words: string }) {
  return (
    <p>
      <a href={href} className="prose-link inline-block py-2">
        {words}
      </a>
    </p>
  );
}

/** What became of a request, or why there is no form: a heading, a sentence, and the way back. */
export function AskedAdult({
  title,
  text,
  back,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly back: { readonly href: string; readonly words: string };
  /** Where to find help meanwhile. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="grid gap-5">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p>{text}</p>
      {children}
      <BackLink {...back} />
    </div>
  );
}
