/** A page's body as it reads: without what React puts between texts, escapes undone. */
function plain(body: string): string {
  return body
    .replaceAll("<!-- -->", "")
    .replaceAll("\u2060", "")
    .replaceAll('\\"', '"')
    .replaceAll("&quot;", '"');
}

/**
 * Figures as a page can write them: "44–52%", "between 44% and 52%"; `"lo":13,"hi":16` and `"loShare":0.44,…` in the
 * data that a page carries (also escaped, in Next's streamed data), the heat map's steps of a scale marked as such; the
 * ends of a chart's bars.
 */
export function* figuresOf(body: string): Generator<string> {
  const text = plain(body);
  for (const [, lo, hi] of text.matchAll(
    /(?<![\d.,])(\d{1,3})\s?(?:%\s?)?(?:–|-|to|and)\s?(\d{1,3})\s?(?:%|percent)/gu,
  )) {
    yield `${lo}–${hi}%`;
  }
  for (const [, end, lo, hi] of text.matchAll(
    /"lo(\w*)":(\d+(?:\.\d+)?),"hi(?:\w*)":(\d+(?:\.\d+)?)/gu,
  )) {
    yield end === "Step" ? `step ${lo}..${hi}` : `${lo}..${hi}`;
  }
  // What is withheld is hatched over the whole scale.
  const drawn = text.replaceAll(/"label":"Withheld","data":\[(?:(?:\[0,100\]|null),?)+\]/gu, "");
  for (const [, bars = ""] of drawn.matchAll(/"data":\[((?:(?:\[[\d.]+,[\d.]+\]|null),?)+)\]/gu)) {
    for (const [, lo, hi] of bars.matchAll(/\[([\d.]+),([\d.]+)\]/gu)) yield `${lo}..${hi}`;
  }
}

/** Every number before a percent sign in what a reader sees or hears: texts, titles, labels, alternative texts. */
export function* percentsOf(body: string): Generator<string> {
  const html = plain(body).replaceAll(/<(script|style)\b.*?<\/\1>/gsu, " ");
  const spoken = [...html.matchAll(/(?:aria-label|title|alt)="([^"]*)"/gu)].map(([, text]) => text);
  const text = [html.replaceAll(/<[^>]*>/gu, " "), ...spoken].join(" ");
  // Both ends of a range: "19–39%".
  for (const [, lo, hi] of text.matchAll(
    /(?:(?<![\d.])(\d+(?:\.\d+)?)\s?(?:%\s?)?(?:–|to|and)\s?)?(?<![\d.])(\d+(?:\.\d+)?)\s?%/gu,
  )) {
    if (lo !== undefined) yield lo;
    if (hi !== undefined) yield hi;
  }
}

/** Words that only raw data would have. */
export function mentionsAnswers(body: string): boolean {
  return /"(favourableCount|tally|tallies|answers|rawCount|counts|ciphertext|nullifier)":/u.test(
    plain(body),
  );
}
