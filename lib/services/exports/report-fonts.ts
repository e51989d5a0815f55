import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OutlineFont, readOutlineFont } from "@/lib/exports/fonts/outline-font";

/** The font of the pages, in the parts in which it is installed. */
const SUBSETS = ["latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];
const FOLDER = ["node_modules", "@fontsource-variable", "inter", "files"];

let fonts: readonly OutlineFont[] | null = null;

/** Outlines of letters that the fonts of every PDF reader lack; read once, when the first report is made. */
export function reportFonts(): readonly OutlineFont[] {
  fonts ??= SUBSETS.map((subset) =>
    readOutlineFont(
      readFileSync(
        join(
          /*turbopackIgnore: true*/ process.cwd(),
          ...FOLDER,
          `inter-${subset}-wght-normal.woff2`,
        ),
      ),
    ),
  );
  return fonts;
}
