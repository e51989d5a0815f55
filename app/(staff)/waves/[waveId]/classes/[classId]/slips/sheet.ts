/** A sheet of slips as it is printed. Its codes live in the page's memory and on paper only. */
export interface Sheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  /** Where a student types the code: host without "https://". */
  readonly address: string;
  readonly joinCode: string;
  readonly fingerprint: string;
  readonly slips: readonly {
    readonly code: string;
    /** Whose slip it is, or null where slips are dealt by chance. */
    readonly name: string | null;
    /** SVG text. */
    readonly qr: string;
  }[];
  readonly byName: boolean;
}
