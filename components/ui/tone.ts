import { CircleAlert, CircleCheck, Eye, Info, type LucideIcon } from "lucide-react";

export type Tone = "info" | "good" | "watch" | "error";

/** Each state has a colour, an icon and words; the colour alone never carries it. */
export const toneIcons: Record<Tone, LucideIcon> = {
  info: Info,
  good: CircleCheck,
  watch: Eye,
  error: CircleAlert,
};

export const toneClassNames: Record<Tone, string> = {
  info: "border-info/40 bg-info-soft text-info",
  good: "border-good/40 bg-good-soft text-good",
  watch: "border-watch-line/60 bg-watch-soft text-watch",
  error: "border-error/50 bg-error-soft text-error",
};
