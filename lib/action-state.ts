/**
 * What a server action tells the form that called it. Plain data, so that it crosses from server to
 * browser. Keys of `fieldErrors` and `values` are field names. Never put a password or a file into
 * `values`: they are what the page shows again after a refusal.
 */
export interface ActionState {
  readonly status: "idle" | "ok" | "error";
  readonly message?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
}
