import type { ParseArgsConfig } from "node:util";
import type { Output } from "./output";

export interface CommandArguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

export interface CommandStreams {
  /** Results, and nothing else. */
  readonly out: Output;
  /** A remark for the person, on standard error. */
  readonly note: (text: string) => void;
}

/** One command in one file under `cli/commands`, listed in `hearth.ts`. */
export interface Command {
  /** What `hearth <command> --help` prints. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** Throws `UsageError` (exit 2) or `BadInput` (exit 1). */
  readonly run: (args: CommandArguments, streams: CommandStreams) => Promise<void>;
}
