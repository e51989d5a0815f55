/** A rectangle of a drawing in its own pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawn chart, as far as the page deals with it. Places are counted as the chart's readings are. */
export interface Drawing {
  /** Marks one place with a visible outline, or none. */
  mark(index: number | null): void;
  placeOf(index: number): Place | null;
  /** Pixels from its left to its right edge. */
  width(): number;
  /** The place nearest to a point of the drawing; null where there is none. */
  indexAt(x: number, y: number): number | null;
  destroy(): void;
}
