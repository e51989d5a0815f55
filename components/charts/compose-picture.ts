import { pictureNotes } from "@/lib/charts/chart-files";
import type { ChartTwin } from "@/lib/charts/chart-parts";

type Pen = CanvasRenderingContext2D;

/** Pixels of the picture a pixel of the page: sharp in print. */
export const PICTURE_RATIO = 2;
export const PICTURE_WIDTH = 1000;
const MARGIN = 32;
/** What a drawing inside a picture may take. */
export const DRAWING_WIDTH = PICTURE_WIDTH - 2 * MARGIN;

export interface Picture {
  readonly title: string;
  readonly twin: ChartTwin;
  readonly stamp?: string | undefined;
  readonly height: number;
  /** Draws into a space of `DRAWING_WIDTH` by `height`, from 0, 0. */
  readonly paint: (pen: Pen, stage: HTMLElement) => void;
}

interface Line {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly height: number;
}

/** A chart as a picture that can stand alone: title, drawing, what is withheld, and where it is from. */
export async function composePicture(picture: Picture): Promise<Blob> {
  // Always the light colours: a picture ends up on paper and in slides.
  const stage = document.createElement("div");
  stage.dataset["theme"] = "light";
  stage.style.cssText = `position:fixed;left:-20000px;top:0;width:${String(DRAWING_WIDTH)}px;background:var(--surface)`;
  document.body.append(stage);
  try {
    return await compose(picture, stage);
  } finally {
    stage.remove();
  }
}

async function compose(
  { title, twin, stamp, height, paint }: Picture,
  stage: HTMLElement,
): Promise<Blob> {
  const style = getComputedStyle(stage);
  const font = (size: number, weight = 400) =>
    `${String(weight)} ${String(size)}px ${style.fontFamily}`;
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  const lines = (texts: readonly string[], size: number, token: string, weight?: number): Line[] =>
    texts
      .flatMap((text) => wrap(pen, text, font(size, weight)))
      .map((text) => ({
        ...{ text, font: font(size, weight), colour: colour(token), height: size * 1.45 },
      }));
  const head = [
    ...lines([title], 24, "--ink", 600),
    ...lines([twin.table.caption], 15, "--ink-soft"),
  ];
  const foot = [
    ...lines(pictureNotes(twin.withheld), 14, "--ink-soft"),
    ...lines(stamp === undefined ? [] : [stamp], 12, "--ink-soft"),
  ];
  const sum = (of: readonly Line[]) => of.reduce((total, line) => total + line.height, 0);
  const top = MARGIN + sum(head) + 16;
  canvas.width = PICTURE_WIDTH * PICTURE_RATIO;
  canvas.height = Math.ceil((top + height + 16 + sum(foot) + MARGIN) * PICTURE_RATIO);
  pen.scale(PICTURE_RATIO, PICTURE_RATIO);
  pen.fillStyle = colour("--surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(pen, head, MARGIN);
  pen.save();
  pen.translate(MARGIN, top);
  paint(pen, stage);
  pen.restore();
  write(pen, foot, top + height + 16);
  return blobOf(canvas);
}

/** Breaks a text at its blanks into lines that fit. */
function wrap(pen: Pen, text: string, font: string): string[] {
  pen.font = font;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && pen.measureText(longer).width > DRAWING_WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function write(pen: Pen, lines: readonly Line[], from: number): void {
  let y = from;
  for (const line of lines) {
    pen.font = line.font;
    pen.fillStyle = line.colour;
    pen.textBaseline = "top";
    pen.fillText(line.text, MARGIN, y);
    y += line.height;
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the picture could not be made"));
      else resolve(blob);
    }, "image/png");
  });
}
