import type { ActionState } from "@/lib/action-state";

// Its home is below the pages, where the wrapper of server actions can see it.
export type { ActionState };

export const idleState: ActionState = { status: "idle" };

/** The signature of every server action behind an `ActionForm`. */
export type FormAction = (previous: ActionState, formData: FormData) => Promise<ActionState>;
