import { listAccounts } from "@/lib/data/accounts";
import { TRUSTEES } from "@/lib/waves/trustees";

/** What is wrong with three trustees, by field of the form ("trustee1" to "trustee3"), and their names. */
export async function checkTrustees(accountIds: readonly string[]): Promise<{
  readonly fields: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}> {
  const enabled = new Map(
    (await listAccounts()).filter((row) => !row.disabled).map((row) => [row.id, row.name]),
  );
  const fields: Record<string, string> = {};
  for (let at = 0; at < TRUSTEES; at += 1) {
    const problem = problemOf(accountIds, at, enabled);
    if (problem !== null) fields[`trustee${String(at + 1)}`] = problem;
  }
  if (accountIds.length > TRUSTEES) fields["trustee3"] = "Name three people, not more.";
  return { fields, names: accountIds.map((id) => enabled.get(id) ?? "") };
}

function problemOf(
  accountIds: readonly string[],
  at: number,
  enabled: ReadonlyMap<string, string>,
): string | null {
  const id = accountIds[at];
  if (id === undefined || id === "") return "Choose somebody.";
  if (!enabled.has(id)) return "This account is disabled or gone. Choose somebody else.";
  return accountIds.indexOf(id) === at ? null : "Choose somebody else: the three must differ.";
}
