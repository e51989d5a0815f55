import type { Scale } from "@/lib/instruments/instrument";

/** How often, in five steps: grades 6 and up, and staff. */
export const FIVE_POINT_FREQUENCY: Scale = {
  points: 5,
  labels: {
    en: ["Never", "Hardly ever", "Sometimes", "Often", "Almost always"],
    es: ["Nunca", "Casi nunca", "A veces", "A menudo", "Casi siempre"],
  },
  favourable: [4, 5],
};

/** How often, in four steps without a middle: grades 3 to 5. */
export const FOUR_POINT_FREQUENCY: Scale = {
  points: 4,
  labels: {
    en: ["Never", "Sometimes", "Often", "Always"],
    es: ["Nunca", "A veces", "A menudo", "Siempre"],
  },
  favourable: [3, 4],
};

/** Three faces: kindergarten to grade 2. The words are read aloud with the faces. */
export const THREE_FACES: Scale = {
  points: 3,
  labels: {
    en: ["No", "Sometimes", "Yes"],
    es: ["No", "A veces", "Sí"],
  },
  favourable: [3],
};

/** How many people, in five steps. "1" is not yet favourable: one friend who moves away is all there were. */
export const HOW_MANY: Scale = {
  points: 5,
  labels: {
    en: ["None", "1", "2", "3", "4 or more"],
    es: ["Ninguna", "1", "2", "3", "4 o más"],
  },
  favourable: [4, 5],
};
