import type { Scale } from "@/lib/instruments/instrument";

/** How often, in five steps: grades 6 and up. */
export const FIVE_POINT_FREQUENCY: Scale = {
  points: 5,
  labels: {
    en: ["Never", "Hardly ever", "Sometimes", "Often", "Almost always"],
    es: ["Nunca", "Casi nunca", "A veces", "A menudo", "Casi siempre"],
  },
  favourable: [4, 5],
};
