import pg from "pg";

/** A statement as it was sent: enough to send it again. */
interface Statement {
  /** Of a prepared one. */
  readonly name: string | null;
  readonly text: string;
  readonly values: unknown[];
}

/** Everything that a run reads from the database, in the order in which it was sent. */
export async function recordStatements(run: () => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back, and called with its own `this`
  const original = pg.Client.prototype.query;
  function recorded(this: pg.Client, ...args: unknown[]): unknown {
    const statement = statementOf(args);
    if (statement !== null) found.push(statement);
    return Reflect.apply(original, this, args);
  }
  pg.Client.prototype.query = recorded as typeof original;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = original;
  }
  return found;
}

/** Reads only: what begins and ends transactions is nobody's work. */
function statementOf([first, second]: readonly unknown[]): Statement | null {
  const config = typeof first === "string" ? { text: first, values: second } : first;
  if (typeof config !== "object" || config === null || !("text" in config)) return null;
  const { name, text, values } = config as { name?: unknown; text: unknown; values?: unknown };
  if (typeof text !== "string" || !/^\s*(select|with)\b/iu.test(text)) return null;
  return {
    name: typeof name === "string" ? name : null,
    text,
    values: Array.isArray(values) ? (values as unknown[]) : [],
  };
}

/** Sends the statements all at once over the pool, those prepared that were, and waits for the last. */
export async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  await Promise.all(
    statements.map(({ name, text, values }) =>
      pool.query({ ...(name === null ? {} : { name }), text, values }),
    ),
  );
}
