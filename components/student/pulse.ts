/** What the page says of the wave and the class that a student answers in. */
export interface Pulse {
  readonly joinCode: string;
  readonly waveId: string;
  /** Whose ballots this class casts: its own, or those of what it is too small not to be part of. */
  readonly marginId: string;
  /** The name of that, as the page shows it. */
  readonly marginLabel: string;
  readonly className: string;
  /** Slips have names, and each says which further ballots it collects. */
  readonly byName: boolean;
  /** Where a student's own words go, with its name as the page shows it; null: nobody here is asked for any. */
  readonly words: { readonly marginId: string; readonly label: string } | null;
  /** Where nominations go, under the name of the class; null: this class is not asked. */
  readonly nominations: { readonly marginId: string } | null;
  readonly manifestHash: string;
}
