/** The diagonal lines that mark what is withheld everywhere on the page, as a fill for a canvas. */
export function hatch(read: (token: string) => string): CanvasPattern | string {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  if (pen === null) return read("--hatch");
  pen.fillStyle = read("--sunken");
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = read("--hatch");
  pen.lineWidth = 1.5;
  for (const offset of [-size, 0, size]) {
    pen.moveTo(offset, size);
    pen.lineTo(offset + size, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat") ?? read("--hatch");
}
