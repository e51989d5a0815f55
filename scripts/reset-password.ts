import { existsSync } from "node:fs";
import { join } from "node:path";

import { closeDatabase, configureDatabase } from "@/lib/data/client";
import { SetupError } from "@/lib/data/setup/setup-error";
import { readEnvironment } from "@/lib/server/environment";
import { serviceContext } from "@/lib/server/service-context";
import { createResetLinkAtServer } from "@/lib/services/people/create-reset-link";

import { runningRoles } from "./server/running-roles";

/** Prints a link to a new password of the account with this address. Hearth has to run. */
export async function printResetLink(root: string, email: string | undefined): Promise<void> {
  try {
    if (email === undefined) {
      throw new SetupError("Whose password? node scripts/reset-password.mjs name@school.org");
    }
    if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
    const environment = readEnvironment(process.env, root);
    const { web, ballot, sealer } = await runningRoles(
      environment,
      "Start Hearth first: npm start",
    );
    const { schema, url } = environment;
    configureDatabase({ webUrl: web, ballotUrl: ballot, sealerUrl: sealer, schema });
    const made = await createResetLinkAtServer(serviceContext({ kind: "system" }), email);
    if (!made.ok) throw new SetupError(WORDS[made.code]);
    process.stdout.write(
      `\nA new password for ${made.value.name}:\n\n  ${url}/new-password/${made.value.token}\n\n` +
        "The link works once and for 24 hours. Whoever opens it gets the account.\n",
    );
    await closeDatabase();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}

const WORDS = {
  missing: "No account has this e-mail address.",
  forbidden: "This is for the server's command line only.",
  "account-disabled": "This account is disabled. Another administrator can enable it under People.",
} as const;
