/** Whom a wave asks, as stored with it: its classes were chosen when it was scheduled. */
export interface StoredScope {
  readonly kind: "district" | "school" | "grade" | "classes";
  /** In words: "Grade 7, Lincoln Middle School". */
  readonly label: string;
  readonly classIds: readonly string[];
}

/** Reads a stored scope. Hearth wrote it, so anything else is a broken invariant and throws. */
export function storedScope(stored: unknown): StoredScope {
  const scope = stored as Partial<StoredScope> | null;
  if (!Array.isArray(scope?.classIds) || typeof scope.label !== "string") {
    throw new Error("a wave is stored without its classes");
  }
  return scope as StoredScope;
}
