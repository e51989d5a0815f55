import { describe, expect, it } from "vitest";
import { composeInstrument, QUESTION_BANK } from "@/lib/instruments/compose";
import { instrumentSchema } from "@/lib/instruments/instrument";

const compose = (title: string, itemIds: readonly string[], known = none) =>
  composeInstrument({ title, itemIds }, known);
const none: Parameters<typeof composeInstrument>[1] = [];
const chosen = ["network-1", "peer-contact-2", "acceptance-1"];

describe("a form of one's own", () => {
  it("has 36 questions to choose from, and keeps their order", () => {
    expect(QUESTION_BANK).toHaveLength(36);
    const made = compose("Más voz, otoño!", chosen);
    if (!made.ok) throw new Error(made.reason);
    expect(made.instrument).toMatchObject({ id: "own-mas-voz-otono", version: 1 });
    expect(made.instrument.items.map(({ id }) => id)).toEqual([
      "acceptance-1",
      "peer-contact-2",
      "network-1",
    ]);
    expect(made.instrument.items[2]?.scale?.labels.en[0]).toBe("None");
    expect(instrumentSchema.parse(JSON.parse(JSON.stringify(made.instrument)))).toEqual(
      made.instrument,
    );
  });

  it("is the same once more, and a new version with other questions", () => {
    const made = compose("Autumn", chosen);
    if (!made.ok) throw new Error(made.reason);
    const known = [made.instrument];
    expect(compose("Autumn", [...chosen].reverse(), known)).toEqual(made);
    expect(compose("Autumn", chosen.slice(1), known)).toMatchObject({
      instrument: { id: "own-autumn", version: 2 },
    });
    expect(compose("Winter", chosen, known)).toMatchObject({ instrument: { id: "own-winter" } });
  });

  it.each([
    ["", chosen, "title"],
    ["¡!", chosen, "title"],
    ["=SUM(A1)", chosen, "title"],
    ["Autumn", [], "items"],
    ["Autumn", ["barriers-1", "network-1"], "items"],
    ["Autumn", [...chosen, "no-such-question"], "items"],
    ["Autumn", QUESTION_BANK.map(({ id }) => id), "items"],
  ])("refuses %s with %j", (title, itemIds, field) => {
    expect(compose(title, itemIds)).toMatchObject({ ok: false, field });
  });
});
