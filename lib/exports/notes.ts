import type { ExportColumn, ExportNote } from "@/lib/exports/export-file";
import { policyNotes } from "@/lib/exports/policy-words";
import { type ExportedPulse, NO_HASH } from "@/lib/exports/results-table";

/** What is true of every export; nothing about a person, not even about who made it. */
export interface NotesAbout {
  readonly what: string;
  readonly district: string;
  /** YYYY-MM-DD, in the district's time zone. */
  readonly madeOn: string;
  /** Newest first. */
  readonly pulses: readonly ExportedPulse[];
  readonly columns: readonly ExportColumn[];
  /** What was left out, and why. */
  readonly more?: readonly ExportNote[];
}

/** The sheet of notes: whence the figures are, under which rules, and how to read them. */
export function exportNotes(about: NotesAbout): ExportNote[] {
  const [newest] = about.pulses;
  return [
    { term: "What this is", words: about.what },
    { term: "District", words: about.district },
    { term: "Made on", words: about.madeOn },
    ...(about.more ?? []),
    ...about.pulses.flatMap(pulseNotes),
    ...(newest === undefined ? [] : policyNotes(newest.policy)),
    ...READING,
    ...about.columns.map(({ header, meaning }) => ({ term: `Column “${header}”`, words: meaning })),
  ];
}

function pulseNotes({ title, closedOn, sealedOn, releaseHash }: ExportedPulse): ExportNote[] {
  return [
    { term: "Pulse", words: `${title}, closed ${closedOn}, sealed ${sealedOn}` },
    { term: "Release fingerprint (SHA-256)", words: releaseHash ?? NO_HASH },
  ];
}

const READING: readonly ExportNote[] = [
  {
    term: "At least, at most",
    words:
      "The true share lies between the two. Where each student was asked some of the questions only, it may lie a little outside.",
  },
  {
    term: "Withheld",
    words:
      "Nothing is published of this group, so that nobody’s answer can be worked out. It is no zero and no missing answer. The reason is beside it; it never depends on what was answered.",
  },
  {
    term: "Not compared",
    words:
      "Between two pulses a few students of the group changed, or other questions were asked. Side by side the two results would speak about those few.",
  },
  {
    term: "No ranking",
    words:
      "Rows are in the order of names or dates. With so few students a difference between two classes is mostly chance: bands that overlap are not told apart.",
  },
];
