/** One thing that is wrong in a file. `column` is the header of the cell at fault, where it is one cell. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
}

const MOST_SHOWN = 20;

/** The input cannot be used; nothing was computed. Exit code 1. */
export class BadInput extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describe).join("\n"));
  }
}

/** The command line itself is wrong. Exit code 2. */
export class UsageError extends Error {}

/** Refuses a file as a whole. */
export function refuseFile(file: string, reason: string, line: number | null = null): never {
  throw new BadInput([{ file, line, column: null, reason }]);
}

/** `class-weeks.csv, line 7, column "pupil_days": is empty` */
function describe({ file, line, column, reason }: Problem): string {
  const where = line === null ? "" : `, line ${line}`;
  return `${file}${where}${column === null ? "" : `, column "${column}"`}: ${reason}`;
}

/** Gathers what is wrong in one file, and throws after twenty: more of the same helps nobody. */
export class Problems {
  private readonly found: Problem[] = [];

  constructor(private readonly file: string) {}

  add(line: number, column: string | null, reason: string): void {
    this.found.push({ file: this.file, line, column, reason });
    if (this.found.length < MOST_SHOWN) return;
    const stopped = "stopped after 20 problems";
    throw new BadInput([
      ...this.found,
      { file: this.file, line: null, column: null, reason: stopped },
    ]);
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  throwIfAny(): void {
    if (this.found.length > 0) throw new BadInput(this.found);
  }
}
