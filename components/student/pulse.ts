/** What the page says of the wave and the class that a student answers in. */
export interface Pulse {
  readonly joinCode: string;
  readonly waveId: string;
  readonly marginId: string;
  readonly className: string;
  readonly manifestHash: string;
}
