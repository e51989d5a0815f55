import { z } from "zod";
import { LANGUAGES, type Language } from "@/lib/instruments/instrument";

/** Whose students see a line: those who read in one language, or everybody. */
export type LineLanguage = Language | "all";
export const LINE_LANGUAGES: readonly LineLanguage[] = ["all", ...LANGUAGES];

/** More would not be read by somebody who needs help now. */
export const MOST_LINES = 6;

/** Somewhere to find help: reached by at least one of the three. */
export interface HelpLine {
  readonly name: string;
  /** As it is shown; `dialled` makes the link. */
  readonly phone: string | null;
  readonly textNumber: string | null;
  readonly chatUrl: string | null;
}

/** A line with the language whose students see it, or "all". */
export type SpokenHelpLine = HelpLine & { readonly language: string };

const NUMBER = /^[+(]?[0-9][0-9\s().+-]*$/;

/** What a phone dials: digits, and a plus at the front. */
export function dialled(number: string): string {
  return (number.startsWith("+") ? "+" : "") + number.replace(/\D/g, "");
}

/** Short codes such as 988 have three digits, international numbers at most fifteen. */
function isNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return NUMBER.test(text) && digits >= 3 && digits <= 15;
}

/** An address that a phone opens encrypted, with a host and no name or password before it. */
function isChatAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".");
}

const emptyIsNone = (text: string) => (text === "" ? null : text);

const number = z
  .string()
  .trim()
  .max(30, "Use at most 30 characters.")
  .refine(
    (text) => text === "" || isNumber(text),
    "Use digits, spaces and + - ( ) . only; at least 3 digits and at most 15.",
  )
  .transform(emptyIsNone);

/** What an administrator types for a line. */
export const helpLineSchema = z
  .object({
    language: z.enum(LINE_LANGUAGES, { error: "Choose a language." }),
    name: z
      .string()
      .trim()
      .min(1, "Give the line a name.")
      .max(80, "Use at most 80 characters.")
      .regex(/^\P{C}*$/u, "Use one line of ordinary letters."),
    phone: number,
    textNumber: number,
    chatUrl: z
      .string()
      .trim()
      .max(300, "Use at most 300 characters.")
      .refine(
        (text) => text === "" || isChatAddress(text),
        "Use an address that begins with https://",
      )
      .transform((text) => (text === "" ? null : new URL(text).href)),
  })
  .refine(({ phone, textNumber, chatUrl }) => phone ?? textNumber ?? chatUrl, {
    path: ["phone"],
    error: "Give a telephone number, a number for texts, or a chat address.",
  });

export type HelpLineInput = z.infer<typeof helpLineSchema>;

/** The lines that students of a language see: those of their language first, then those for everybody. */
export function linesFor<T extends { readonly language: string }>(
  lines: readonly T[],
  language: Language,
): T[] {
  return [language, "all"].flatMap((wanted) => lines.filter((line) => line.language === wanted));
}
