/** A sheet of slips as it is printed. Its codes live in the page's memory and on paper only. */
export interface Sheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  /** Where a student types the code: host without "https://". */
  readonly address: string;
  readonly joinCode: string;
  readonly fingerprint: string;
  readonly slips: readonly PrintedSlip[];
  readonly byName: boolean;
  /** The paper of the school's country, until somebody chooses another. */
  readonly paper: Paper;
}

export interface PrintedSlip {
  readonly code: string;
  /** Whose slip it is, or null where slips are dealt by chance. */
  readonly name: string | null;
  /** What the QR code says. */
  readonly link: string;
  /** The QR code, SVG text. */
  readonly qr: string;
}

/** What the last line of a slip promises. */
export function slipNote({ name }: Pick<PrintedSlip, "name">): string {
  return name === null ? "Works once. No name." : "Works once. Your answers have no name.";
}

export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** Letter where the clock is one of America's, A4 elsewhere: only what is chosen first. */
export function paperOf(timeZone: string): Paper {
  return timeZone.startsWith("America/") ? "letter" : "a4";
}
