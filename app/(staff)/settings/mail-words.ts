import type { Delivery } from "@/lib/server/smtp-delivery";

/** 1 is Monday. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** "7:00 AM". */
export function hourWords(hour: number): string {
  const half = hour < 12 ? "AM" : "PM";
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}:00 ${half}`;
}

/** What became of a test mail, with the server's own answer. */
export function deliveryWords(delivery: Delivery & { readonly to: string }): string {
  switch (delivery.state) {
    case "sent":
      return `The mail server took the mail for ${delivery.to}. Its answer: ${delivery.answer}`;
    case "refused":
      return `The mail was not sent. The mail server, or the way to it, said: ${delivery.answer}`;
    case "unknown":
      return `The connection broke while the mail was on its way; it may have arrived. ${delivery.answer}`;
  }
}
