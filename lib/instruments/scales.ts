import type { Scale } from "@/lib/instruments/instrument";
import { scaleLabels } from "@/lib/instruments/texts/translated";

/** How often, in five steps: grades 6 and up, and staff. */
export const FIVE_POINT_FREQUENCY: Scale = {
  points: 5,
  labels: scaleLabels("five-frequencies", [
    "Never",
    "Hardly ever",
    "Sometimes",
    "Often",
    "Almost always",
  ]),
  favourable: [4, 5],
};

/** How often, in four steps without a middle: grades 3 to 5. */
export const FOUR_POINT_FREQUENCY: Scale = {
  points: 4,
  labels: scaleLabels("four-frequencies", ["Never", "Sometimes", "Often", "Always"]),
  favourable: [3, 4],
};

/** Three faces: kindergarten to grade 2. The words are read aloud with the faces. */
export const THREE_FACES: Scale = {
  points: 3,
  labels: scaleLabels("three-faces", ["No", "Sometimes", "Yes"]),
  favourable: [3],
};

/** How many people, in five steps. "1" is not yet favourable: one friend who moves away is all there were. */
export const HOW_MANY: Scale = {
  points: 5,
  labels: scaleLabels("how-many", ["None", "1", "2", "3", "4 or more"]),
  favourable: [4, 5],
};
