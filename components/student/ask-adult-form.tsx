import { buttonClassName } from "@/components/ui/button-style";
import { LONGEST_MESSAGE, LONGEST_NAME } from "@/lib/help/adult-request";

/** Every sentence of the form, in the student's language. */
export interface AskAdultWords {
  readonly title: string;
  readonly named: string;
  readonly apart: string;
  /** Who will read it. */
  readonly readers: string;
  readonly notNow: string;
  readonly name: string;
  readonly class: string;
  readonly message: string;
  readonly messageHint: string;
  readonly send: string;
}

/**
 * The form that has a name on it: looks unlike the questions and says so. Plain HTML, posted to its own address; it
 * holds no code but the class's, and `problem`s are said again on a page with what was typed.
 */
export function AskAdultForm({
  words,
  action,
  className,
  typed,
  problems,
}: {
  readonly words: AskAdultWords;
  readonly action: string;
  readonly className: string;
  readonly typed: { readonly name: string; readonly message: string };
  readonly problems: {
    readonly name?: string | undefined;
    readonly message?: string | undefined;
    readonly form?: string | undefined;
  };
}) {
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      {problems.form === undefined ? null : (
        <p role="alert" className="rounded-lg border border-watch-line bg-watch-soft px-4 py-3.5">
          {problems.form}
        </p>
      )}
      <div className="grid gap-2 rounded-lg border-2 border-watch-line bg-watch-soft px-4 py-3.5">
        <p className="font-semibold">{words.named}</p>
        <p>{words.apart}</p>
        <p>{words.readers}</p>
        <p>{words.notNow}</p>
      </div>
      <form action={action} method="post" autoComplete="off" className="grid gap-5">
        <div className="grid gap-1.5">
          <label htmlFor="adult-name" className="font-semibold">
            {words.name}
          </label>
          <input
            id="adult-name"
            name="name"
            type="text"
            required
            maxLength={LONGEST_NAME}
            autoComplete="off"
            autoCapitalize="words"
            spellCheck={false}
            defaultValue={typed.name}
            aria-invalid={problems.name !== undefined}
            aria-describedby="adult-name-problem"
            className={`min-h-14 ${CONTROL}`}
          />
          <Problem id="adult-name-problem">{problems.name}</Problem>
        </div>
        <dl className="grid gap-0.5">
          <dt className="font-semibold">{words.class}</dt>
          <dd>{className}</dd>
        </dl>
        <div className="grid gap-1.5">
          <label htmlFor="adult-message" className="font-semibold">
            {words.message}
          </label>
          <p id="adult-message-hint" className="text-base text-ink-soft">
            {words.messageHint}
          </p>
          <textarea
            id="adult-message"
            name="message"
            rows={5}
            maxLength={LONGEST_MESSAGE}
            autoComplete="off"
            defaultValue={typed.message}
            aria-invalid={problems.message !== undefined}
            aria-describedby="adult-message-problem adult-message-hint"
            className={`py-2 ${CONTROL}`}
          />
          <Problem id="adult-message-problem">{problems.message}</Problem>
        </div>
        <button
          type="submit"
          className={buttonClassName({ variant: "primary", size: "lg", wide: true })}
        >
          {words.send}
        </button>
      </form>
    </div>
  );
}

const CONTROL =
  "w-full rounded-md border-2 border-line-strong bg-surface px-4 text-lg aria-invalid:border-error";

function Problem({ id, children }: { readonly id: string; readonly children: string | undefined }) {
  return (
    <p id={id} role="alert" className="text-base font-medium text-error empty:hidden">
      {children}
    </p>
  );
}
