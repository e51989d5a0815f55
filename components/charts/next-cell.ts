export interface GridAt {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell of a grid; null for keys that lead nowhere. With Ctrl, Home and End reach its corners. */
export function nextCell(
  key: string,
  { row, column }: GridAt,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  ctrl = false,
): GridAt | null {
  if (rows === 0 || columns === 0) return null;
  const inside = (to: GridAt): GridAt => ({
    row: Math.min(rows - 1, Math.max(0, to.row)),
    column: Math.min(columns - 1, Math.max(0, to.column)),
  });
  switch (key) {
    case "ArrowRight":
      return inside({ row, column: column + 1 });
    case "ArrowLeft":
      return inside({ row, column: column - 1 });
    case "ArrowDown":
      return inside({ row: row + 1, column });
    case "ArrowUp":
      return inside({ row: row - 1, column });
    case "Home":
      return inside({ row: ctrl ? 0 : row, column: 0 });
    case "End":
      return inside({ row: ctrl ? rows - 1 : row, column: columns - 1 });
    default:
      return null;
  }
}
