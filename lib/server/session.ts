import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { loadActor } from "@/lib/services/accounts/load-actor";
import { authOptions } from "./auth";

/** Who makes this request; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = (await getServerSession(authOptions())) as {
    accountId?: string;
    epoch?: number;
  } | null;
  if (session?.accountId === undefined || session.epoch === undefined) return { kind: "anonymous" };
  const actor = await loadActor({ accountId: session.accountId, sessionEpoch: session.epoch });
  return actor ?? { kind: "anonymous" };
});

/** Whoever is signed in, or the sign-in page. For pages only: services decide what they may see. */
export async function requireStaff(): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor.kind !== "staff") redirect("/sign-in");
  return actor;
}
