/** Which slide a key leads to, counted from 0; null where it leads nowhere. */
export function slideAfter(key: string, at: number, count: number): number | null {
  const to = target(key, at, count);
  return to === null || to < 0 || to >= count || to === at ? null : to;
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
    case "PageDown":
      return at + 1;
    case "ArrowLeft":
    case "ArrowUp":
    case "PageUp":
      return at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
