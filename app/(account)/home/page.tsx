import { redirect } from "next/navigation";
import { homeOf } from "@/app/(staff)/staff-navigation";
import { requireStaff } from "@/lib/server/session";

/** Sends whoever is signed in to the page their role begins with. */
export default async function HomePage(): Promise<never> {
  redirect(homeOf(await requireStaff()));
}
