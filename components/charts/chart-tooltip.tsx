import type { CSSProperties } from "react";

import type { Place } from "./drawing";

/** Pixels. */
const AWAY = 12;
const TALLEST = 130;
const NARROWEST = 170;

/** The sentence of one place beside it. Read out by the live line, so that it is said once. */
export function ChartTooltip({
  place,
  room,
  words,
}: {
  readonly place: Place;
  /** Width of what it stands in, in pixels. */
  readonly room: number;
  readonly words: string;
}) {
  return (
    <div
      aria-hidden
      data-chart-tooltip
      className="pointer-events-none absolute z-10 w-max max-w-[min(18rem,100%)] rounded-md bg-ink px-3 py-2 text-sm text-paper shadow-card"
      style={positionOf(place, room)}
    >
      {words}
    </div>
  );
}

/** Above a place where that fits, else beside it, else below: what is marked stays to be seen. */
function positionOf({ x, y, width, height }: Place, room: number): CSSProperties {
  const centred = {
    left: `clamp(min(9rem, 50%), ${String(Math.round(x + width / 2))}px, calc(100% - min(9rem, 50%)))`,
  };
  if (y > TALLEST) return { ...centred, top: y - AWAY, transform: "translate(-50%, -100%)" };
  const [left, right] = [x - AWAY, room - x - width - AWAY];
  if (right >= left && right >= NARROWEST) {
    return { left: x + width + AWAY, top: y, maxWidth: Math.min(288, right) };
  }
  if (left >= NARROWEST) {
    return { right: room - x + AWAY, top: y, maxWidth: Math.min(288, left) };
  }
  return { ...centred, top: y + height + AWAY, transform: "translate(-50%, 0)" };
}
