import { getServerSession } from "next-auth";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { loadActor } from "@/lib/services/accounts/load-actor";
import { authOptions, sessionCookie } from "./auth";

/** What `authOptions` puts into a session. */
interface HearthSession {
  readonly accountId?: string;
  readonly epoch?: number;
}

/** Who makes this request; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await getServerSession<ReturnType<typeof authOptions>, HearthSession>(
    authOptions(),
  );
  if (session?.accountId === undefined || session.epoch === undefined) return { kind: "anonymous" };
  const actor = await loadActor({ accountId: session.accountId, sessionEpoch: session.epoch });
  return actor ?? { kind: "anonymous" };
});

/** Whoever is signed in, or the sign-in page. For pages only: services decide what they may see. */
export async function requireStaff(): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor.kind === "staff") return actor;
  // A cookie that stands for nobody any more: the page says that the session has ended.
  redirect((await cookies()).has(sessionCookie().name) ? "/sign-in?ended" : "/sign-in");
}
