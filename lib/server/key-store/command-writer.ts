import { type CommandSettings, EXIT, refusedStatus, runKeyCommand } from "./run-command";
import type { SecretWriter } from "./secret-driver";
import { splitName } from "./secret-name";

/** Stores and destroys secrets through the operator's program; see {@link runKeyCommand}. */
export function commandSecretWriter(settings: CommandSettings): SecretWriter {
  return {
    async put(name, secret) {
      splitName(name);
      const { status } = await runKeyCommand(settings, "put", name, secret);
      if (status === EXIT.done) return "stored";
      if (status === EXIT.exists) return "exists";
      throw refusedStatus("put", name, status);
    },

    async destroy(name) {
      splitName(name);
      const { status } = await runKeyCommand(settings, "destroy", name);
      if (status !== EXIT.done && status !== EXIT.missing) {
        throw refusedStatus("destroy", name, status);
      }
    },
  };
}
