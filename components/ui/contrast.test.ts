import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");

/** The hex tokens of the rule that begins with `selector`. */
function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`);
  const block = css.slice(start, css.indexOf("}", start));
  const found = [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)];
  return new Map(found.map(([, name, value]) => [name as string, value as string]));
}

const schemes = {
  light: tokens(':root,\n[data-theme="light"] {'),
  dark: tokens('  [data-theme="dark"] {'),
  system: tokens("  :root:not([data-theme]) {"),
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

const text: [string, string[]][] = [
  ["--ink", ["--paper", "--surface", "--sunken", "--accent-soft", "--track"]],
  ["--ink", ["--info-soft", "--good-soft", "--watch-soft", "--error-soft"]],
  ["--ink-soft", ["--paper", "--surface", "--sunken"]],
  ["--ink-faint", ["--paper", "--surface", "--sunken"]],
  ["--link", ["--paper", "--surface", "--sunken", "--accent-soft"]],
  ["--on-accent", ["--accent", "--accent-strong"]],
  ["--info", ["--info-soft"]],
  ["--good", ["--good-soft"]],
  ["--watch", ["--watch-soft"]],
  ["--on-act", ["--act"]],
  ["--error", ["--error-soft", "--surface", "--paper"]],
];

/** Parts that must be seen but not read: WCAG 1.4.11. */
const graphics: [string, string[]][] = [
  ["--line-strong", ["--surface", "--paper"]],
  ["--focus", ["--surface", "--paper", "--sunken"]],
  ["--accent", ["--surface", "--track"]],
  ["--act", ["--surface", "--sunken"]],
  ...[1, 2, 3, 4, 5].map((step): [string, string[]] => [
    `--belonging-${String(step)}`,
    ["--surface"],
  ]),
];

function pairs(list: [string, string[]][]): [string, string][] {
  return list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));
}

describe("design tokens", () => {
  it("are the same for the system's dark scheme and for data-theme", () => {
    expect(Object.fromEntries(schemes.system)).toEqual(Object.fromEntries(schemes.dark));
    expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()]);
    expect(schemes.light.size).toBeGreaterThan(30);
  });

  describe.each(["light", "dark"] as const)("%s", (scheme) => {
    const colour = (name: string) => schemes[scheme].get(name) as string;

    it.each(pairs(text))("%s reads on %s (4.5:1)", (front, back) => {
      expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
    });

    it.each(pairs(graphics))("%s stands out on %s (3:1)", (front, back) => {
      expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
    });
  });
});

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

type Triple = [number, number, number];

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

/** Linear sRGB to OKLab (Ottosson 2020): distances in it follow the eye. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe.each(["light", "dark"] as const)("the belonging scale, %s", (scheme) => {
  const steps = [1, 2, 3, 4, 5].map((step) =>
    linear(schemes[scheme].get(`--belonging-${String(step)}`) as string),
  );

  it.each(Object.entries(deficiencies))("keeps neighbours apart under %s", (_name, matrix) => {
    const seen = steps.map((rgb) =>
      oklab(
        matrix.map((row) =>
          Math.max(
            0,
            row.reduce((sum, weight, index) => sum + weight * (rgb[index] as number), 0),
          ),
        ) as Triple,
      ),
    );
    for (const [index, colour] of seen.slice(1).entries()) {
      const before = seen[index] as Triple;
      const distance = Math.hypot(...colour.map((value, at) => value - (before[at] as number)));
      // 0.02 is about the least difference that is noticed; ask for several times that.
      expect(distance).toBeGreaterThan(0.08);
    }
  });
});
