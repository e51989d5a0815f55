import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ActionState } from "@/lib/action-state";
import type { Failure, Result } from "@/lib/result";
import type { ServiceContext } from "@/lib/services/context";
import { failureMessage, failureWords } from "./failure-words";
import { log } from "./log";
import { serviceContext } from "./service-context";
import { currentActor } from "./session";

/** What a refusal looks like in the form it came from. */
export function failureState(
  failure: Failure,
  values: Readonly<Record<string, string>> = {},
): ActionState {
  return {
    status: "error",
    message: failureMessage(failure),
    values,
    ...(failure.fields === undefined ? {} : { fieldErrors: failure.fields }),
  };
}

/** A form's text fields by name; of several with one name the last. Passwords and files are left out. */
function shownValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !/password/i.test(name) && !name.startsWith("$")) {
      values[name] = value;
    }
  }
  return values;
}

/**
 * The one way a page changes something: session → zod → service → words for the form. `input` may list
 * a field of several values with `many`. On success `done` may redirect or return what the form says.
 */
export async function runAction<Input, Output>(action: {
  readonly form: FormData;
  readonly schema: z.ZodType<Input>;
  readonly many?: readonly string[];
  /** Anonymous visitors may call it (first run, invitation). */
  readonly open?: boolean;
  readonly service: (context: ServiceContext, input: Input) => Promise<Result<Output>>;
  readonly done: (output: Output, input: Input) => ActionState | Promise<ActionState>;
}): Promise<ActionState> {
  const values = shownValues(action.form);
  try {
    const actor = await currentActor();
    if (actor.kind === "anonymous" && action.open !== true) {
      return { status: "error", message: failureWords("signed-out").message, values };
    }
    const raw: Record<string, unknown> = Object.fromEntries(action.form);
    for (const name of action.many ?? []) raw[name] = action.form.getAll(name);
    const parsed = action.schema.safeParse(raw);
    if (!parsed.success) {
      const fieldErrors: Record<string, string> = {};
      for (const issue of parsed.error.issues) {
        fieldErrors[String(issue.path[0] ?? "form")] ??= issue.message;
      }
      return { status: "error", message: failureWords("invalid").message, fieldErrors, values };
    }
    const outcome = await action.service(serviceContext(actor), parsed.data);
    if (!outcome.ok) return failureState(outcome, values);
    return await action.done(outcome.value, parsed.data);
  } catch (error) {
    // Next redirects, and says "not found", by throwing.
    unstable_rethrow(error);
    log.error({ err: error }, "action failed");
    return { status: "error", message: failureWords("unexpected").message, values };
  }
}
