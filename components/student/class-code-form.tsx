import { buttonClassName } from "@/components/ui/button-style";

/** The field for the class code: a plain form, which works without a script. */
export function ClassCodeForm({
  words,
  lang,
  problem,
  value,
}: {
  readonly words: { readonly label: string; readonly hint: string; readonly submit: string };
  readonly lang: string;
  readonly problem?: string | undefined;
  readonly value: string;
}) {
  return (
    <form action="/s" method="get" autoComplete="off" className="grid gap-3">
      <input type="hidden" name="lang" value={lang} />
      <label htmlFor="class-code" className="text-xl font-semibold">
        {words.label}
      </label>
      <p id="class-code-hint" className="text-ink-soft">
        {words.hint}
      </p>
      <input
        id="class-code"
        name="code"
        type="text"
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        aria-invalid={problem !== undefined}
        aria-describedby="class-code-problem class-code-hint"
        className="min-h-16 w-full rounded-md border-2 border-line-strong bg-surface px-4 font-mono text-2xl tracking-widest uppercase aria-invalid:border-error"
      />
      <p id="class-code-problem" role="alert" className="font-medium text-error empty:hidden">
        {problem}
      </p>
      <button
        type="submit"
        className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
      >
        {words.submit}
      </button>
    </form>
  );
}
