import { seededRandom, shuffled } from "@/lib/simulation/random";

/** What students of an invented school might write. None of it is anybody's. */
const SAID = [
  "I like my homeroom, but in math nobody talks to me",
  "The seats by the window are always taken by the same people",
  "It got better since we do the buddy lunches",
  "Please more group work where the teacher picks the groups",
  "I feel invisible at recess",
  "My teacher greets everyone at the door and that is nice",
  "The bus is worse than school",
  "New kids need someone to show them around",
  "I miss my old class",
  "Nobody says my name right",
  "Choir is the place where I have friends",
  "People laugh when you ask a question",
  "Good week",
  "I wish we had the same table groups longer",
  "Could the library be open at lunch",
  "They speak to each other but not to me",
  "Having a mentor from grade 8 helped a lot",
  "Too loud in the hallway",
  "I only come because of my friends",
  "When I was sick nobody asked where I was",
];
/** A share of students who write something. */
const WRITES = 0.08;

/** One text for each student, mostly empty: what a school's students wrote in a pulse. */
export function demoWords(seed: number, students: number): string[] {
  const random = seededRandom(seed, "words");
  const deck = shuffled(random, SAID);
  let written = 0;
  return Array.from({ length: students }, () => {
    if (random() >= WRITES) return "";
    written += 1;
    return deck[(written - 1) % deck.length] ?? "";
  });
}
