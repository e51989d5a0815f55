import type { Sheet } from "../sheet";

/** A sheet with a slip for each name; null where slips are dealt by chance. */
export function sheetOf(names: readonly (string | null)[], more: Partial<Sheet> = {}): Sheet {
  return {
    waveTitle: "Pulse, November 2026",
    classTitle: "7A",
    address: "hearth.example.org/s",
    joinCode: "KRM4-7Q",
    fingerprint: "ABCD EFGH JKLM",
    byName: names.some((name) => name !== null),
    paper: "a4",
    slips: names.map((name, at) => ({
      name,
      code: `SEAT-${String(at).padStart(4, "0")}`,
      link: `https://hearth.example.org/s/KRM47Q#seat=SEAT${String(at)}`,
      qr: "<svg/>",
    })),
    ...more,
  };
}

