/** A sheet of slips as it is printed. Its codes live in the page's memory and on paper only. */
export interface Sheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  /** Where a student types the code: host without "https://". */
  readonly address: string;
  readonly joinCode: string;
  readonly fingerprint: string;
  readonly slips: readonly { readonly code: string; /** SVG text. */ readonly qr: string }[];
}
