import { forgetSends } from "@/lib/data/digest-sends";
import type { ServiceContext } from "../context";

/** Weeks and hours are remembered for as long as anybody could send for them again, and then some. */
const KEPT_MS = 60 * 86_400_000;

/** Forgets what was sent long ago. Run by the clock every hour. */
export async function tidySends({ now }: ServiceContext): Promise<void> {
  await forgetSends(new Date(now.getTime() - KEPT_MS).toISOString().slice(0, 10));
}
