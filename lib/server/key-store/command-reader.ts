import { type CommandSettings, EXIT, refusedStatus, runKeyCommand } from "./run-command";
import type { SecretReader } from "./secret-driver";
import { splitName } from "./secret-name";

/** Reads secrets through the operator's program; see {@link runKeyCommand}. */
export function commandSecretReader(settings: CommandSettings): SecretReader {
  return {
    async get(name) {
      splitName(name);
      const { status, output } = await runKeyCommand(settings, "get", name);
      if (status === EXIT.done) return output;
      if (status === EXIT.missing) return null;
      throw refusedStatus("get", name, status);
    },
  };
}
