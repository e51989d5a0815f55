import { UsageError } from "./bad-input";
import type { CommandArguments } from "./command";

/** The one file a command reads. */
export function oneFile({ positionals }: CommandArguments): string {
  const [file, extra] = positionals;
  if (file === undefined) throw new UsageError("Name the file to read, or - for standard input.");
  if (extra !== undefined) throw new UsageError(`One file at a time: "${extra}" is one too many.`);
  return file;
}

export function textOption({ values }: CommandArguments, name: string): string | null {
  const value = values[name];
  return typeof value === "string" ? value : null;
}

export function flag({ values }: CommandArguments, name: string): boolean {
  return values[name] === true;
}

/** `a,b,c` as a list; an empty list is a mistake. */
export function listOption(args: CommandArguments, name: string): string[] | null {
  const text = textOption(args, name);
  if (text === null) return null;
  const entries = text.split(",").map((entry) => entry.trim());
  if (entries.some((entry) => entry === ""))
    throw new UsageError(`--${name} needs names with commas between them, not "${text}".`);
  return [...new Set(entries)];
}

export function numberOption(args: CommandArguments, name: string): number | null {
  const text = textOption(args, name);
  if (text === null) return null;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${name} needs a number, not "${text}".`);
  return value;
}

export function choiceOption<Choice extends string>(
  args: CommandArguments,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = textOption(args, name);
  if (text === null) return null;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined)
    throw new UsageError(`--${name} is ${choices.join(" or ")}, not "${text}".`);
  return choice;
}
