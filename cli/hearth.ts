import { parseArgs } from "node:util";
import { BadInput, UsageError } from "./bad-input";
import type { Command } from "./command";
import { endQuietlyOnClosedPipe, Output } from "./output";

/** A command is loaded only when it is called for. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  disclose: {
    summary: "a disclosure-controlled release, from one row a respondent",
    load: async () => (await import("./commands/disclose")).discloseCommand,
  },
  reliability: {
    summary: "alpha, omega, SEM, item statistics and ICC of a survey",
    load: async () => (await import("./commands/reliability")).reliabilityCommand,
  },
  "rising-absence": {
    summary: "classes whose absence rises against their school and their own past",
    load: async () => (await import("./commands/rising-absence")).risingAbsenceCommand,
  },
  "low-belonging": {
    summary: "classes that are likely among the lowest tenth, from released bands",
    load: async () => (await import("./commands/low-belonging")).lowBelongingCommand,
  },
  network: {
    summary: "density, reciprocity and degree centralisation of a list of ties",
    load: async () => (await import("./commands/network")).networkCommand,
  },
  "verify-release": {
    summary: "whether a release is sound, checked without the compiler's code",
    load: async () => (await import("./commands/verify-release")).verifyReleaseCommand,
  },
};

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    "Usage: npm run -s hearth -- <command> FILE.csv [options]",
    "",
    ...rows,
    "",
    "hearth <command> --help says what a command reads, computes and prints.",
    "Results go to standard output, remarks and errors to standard error.",
    "Exit codes: 0 a result, 1 input that cannot be used, 2 a wrong command line.",
    "",
  ].join("\n");
}

async function run(argv: readonly string[]): Promise<void> {
  const out = new Output(process.stdout);
  const [name, ...rest] = argv;
  if (name === undefined) throw new UsageError("Name a command.");
  if (name === "--help" || name === "-h" || name === "help") {
    out.write(overview());
    return out.flush();
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    const known = Object.keys(COMMANDS).join(", ");
    throw new UsageError(`There is no command "${name}". Commands: ${known}.`);
  }
  const command = await entry.load();
  const parsed = parse(rest, command);
  if (parsed.values["help"] === true) out.write(command.help);
  else await command.run(parsed, { out, note: (text) => process.stderr.write(`${text}\n`) });
  await out.flush();
}

function parse(args: readonly string[], { options }: Command) {
  const help = { type: "boolean", short: "h" } as const;
  const json = { type: "boolean" } as const;
  try {
    const all = { ...options, help, json };
    return parseArgs({ args: [...args], options: all, allowPositionals: true });
  } catch (error) {
    // parseArgs explains in its first sentence and goes on about positional arguments.
    if (
      error instanceof Error &&
      "code" in error &&
      String(error.code).startsWith("ERR_PARSE_ARGS")
    )
      throw new UsageError(`${error.message.split(". ", 1)[0] ?? ""}.`.replace(/\.\.$/, "."));
    throw error;
  }
}

endQuietlyOnClosedPipe(process.stdout);
endQuietlyOnClosedPipe(process.stderr);
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nTry: npm run -s hearth -- --help\n`);
    process.exitCode = 2;
  } else if (error instanceof BadInput) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
