import { inTransaction } from "@/lib/data/client";
import { ANSWER_KINDS, answerSentence, MOST_ANSWER_CHARACTERS } from "@/lib/flags/teacher-answer";
import { answerFlag as answered } from "@/lib/flags/work";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachFlag } from "./reach-flag";
import { writeFlag } from "./write-flag";

/** A teacher of the class says what they think it is. A later answer takes its place; both stay in the history. */
export async function answerFlag(
  context: ServiceContext,
  input: { readonly flagId: string; readonly answer: string; readonly words: string },
): Promise<Result<{ answered: true }, "missing" | "invalid" | "flag-closed">> {
  const words = input.words.trim();
  const kind = ANSWER_KINDS.find((known) => known === input.answer);
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.answer", input.flagId);
    if (reached === null) return failure("missing");
    const { flag, actor } = reached;
    if (flag.state === "closed") return failure("flag-closed");
    if (kind === undefined) {
      return failure("invalid", { fields: { answer: "Choose what fits best." } });
    }
    if (kind === "other" && words === "") {
      return failure("invalid", { fields: { words: "Say it in a few words." } });
    }
    if (words.length > MOST_ANSWER_CHARACTERS) {
      const most = String(MOST_ANSWER_CHARACTERS);
      return failure("invalid", { fields: { words: `Keep it under ${most} characters.` } });
    }
    const move = answered(flag, { kind, words, accountId: actor.accountId }, context.now);
    if (!move.ok) return failure(move.code);
    await writeFlag(tx, context, move.flag, {
      action: "flag.answered",
      body: `The teacher’s answer: ${answerSentence({ kind, words })}`,
      state: null,
      detail: { kind },
    });
    return success({ answered: true });
  });
}
