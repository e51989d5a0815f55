import type { NetworkFigures } from "@/lib/disclosure/nominations/released-network";

/** What the network of a class says, each with a heading: plain words first, the measure's name after them. */
export function tiesWords(
  figures: NetworkFigures,
): { readonly term: string; readonly words: string }[] {
  const { density, reciprocity, centralization, inDegree, respondents, seats } = figures;
  return [
    {
      term: "Who took part",
      words: `${rangeWords(respondents)} of ${String(seats)} students said who they are.`,
    },
    {
      term: "How many ties",
      words: `About ${String(Math.round(density * 100))} in 100 of the ties there could be. Each could name five at most. (density ${decimals(density)})`,
    },
    {
      term: "Is it mutual?",
      words: `About ${String(Math.round(reciprocity * 10))} in 10 ties go both ways. (reciprocity ${decimals(reciprocity)})`,
    },
    {
      term: "Do ties gather around a few?",
      words: `${gatherWords(centralization)} (degree centralisation ${decimals(centralization)})`,
    },
    {
      term: "Named by nobody",
      words: `${rangeWords(inDegree["0"])} students. Who they are cannot be known, and it need not mean that they are alone.`,
    },
    { term: "Named by 1 or 2", words: `${rangeWords(inDegree["1-2"])} students` },
    { term: "Named by 3 or 4", words: `${rangeWords(inDegree["3-4"])} students` },
    { term: "Named by 5 or more", words: `${rangeWords(inDegree["5+"])} students` },
  ];
}

/** From where ties lean to a few, and gather around them. In a class where five can be named, half is far. */
const SOME = 0.15;
const MUCH = 0.35;

function gatherWords(centralization: number): string {
  if (centralization < SOME) return "Hardly: they are spread over the class.";
  return centralization < MUCH ? "Somewhat." : "Yes: many lead to the same few students.";
}

function rangeWords({ lo, hi }: { readonly lo: number; readonly hi: number }): string {
  return `${String(lo)} to ${String(hi)}`;
}

/** ".14", as such measures are written. */
function decimals(value: number): string {
  return value.toFixed(2).replace(/^0\./u, ".");
}
