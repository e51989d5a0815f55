import type { Instrument, Item } from "@/lib/instruments/instrument";
import { FIVE_POINT_FREQUENCY } from "@/lib/instruments/scales";

/*
 * The wording is our own; no sentence is taken from a published scale. Every item names this class, asks for one thing
 * only, and can be answered with how often. To translators: keep it as short and as plain as the English; "teacher" is
 * the one of this class; the sentence must sound like something a ten-year-old says.
 */
const ITEMS: readonly Item[] = [
  {
    id: "acceptance-1",
    version: 1,
    construct: "acceptance",
    anchor: true,
    reverse: false,
    text: {
      en: "In this class, I can show what I like without hiding it.",
      es: "En esta clase puedo mostrar lo que me gusta sin esconderlo.",
    },
  },
  {
    id: "teacher-care-1",
    version: 1,
    construct: "teacher-care",
    anchor: true,
    reverse: false,
    text: {
      en: "When something is hard for me, the teacher of this class takes time for me.",
      es: "Cuando algo me cuesta, mi docente de esta clase se toma tiempo para mí.",
    },
  },
  {
    id: "peer-contact-1",
    version: 1,
    construct: "peer-contact",
    anchor: false,
    reverse: false,
    text: {
      en: "Classmates talk with me in a friendly way.",
      es: "En esta clase me hablan de forma amable.",
    },
  },
  {
    id: "stability-care-1",
    version: 1,
    construct: "stability-care",
    anchor: false,
    reverse: false,
    text: {
      en: "In this class, we look after each other, even on bad days.",
      es: "En esta clase nos cuidamos entre todos, incluso en los días malos.",
    },
  },
  {
    id: "inclusion-fairness-1",
    version: 1,
    construct: "inclusion-fairness",
    anchor: false,
    reverse: false,
    text: {
      en: "When we make groups in this class, there is a place for me.",
      es: "Cuando hacemos grupos en esta clase, hay un lugar para mí.",
    },
  },
  {
    id: "voice-tasks-1",
    version: 1,
    construct: "voice-tasks",
    anchor: false,
    reverse: false,
    text: {
      en: "When we work on something together, my ideas count.",
      es: "Cuando trabajamos juntos en algo, mis ideas cuentan.",
    },
  },
];

/** The built-in pulse for grades 6 to 12: six questions, the two anchors first, about a minute. */
export const PULSE_6_12: Instrument = {
  id: "hearth-pulse-6-12",
  version: 1,
  title: { en: "Class pulse, grades 6 to 12", es: "Pulso de la clase, grados 6 a 12" },
  grades: { from: 6, to: 12 },
  lead: {
    en: "Think of the last two weeks in this class. How often is this true for you?",
    es: "Piensa en las últimas dos semanas en esta clase. ¿Con qué frecuencia te pasa esto?",
  },
  scale: FIVE_POINT_FREQUENCY,
  items: ITEMS,
};
