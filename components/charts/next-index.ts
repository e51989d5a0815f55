/** Where a key leads from a place; null for keys that lead nowhere. */
export function nextIndex(key: string, from: number | null, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return from === null ? 0 : Math.min(count - 1, from + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return from === null ? count - 1 : Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
