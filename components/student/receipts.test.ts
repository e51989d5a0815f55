import { describe, expect, it } from "vitest";
import { forgetReceipts, keepReceipts, readReceipts } from "./receipts";

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as Storage;
}
const [a, b, c] = ["a", "b", "c"].map((digit) => digit.repeat(64)) as [string, string, string];

describe("receipts of a device", () => {
  it("lie in one sorted heap for each pulse", () => {
    const storage = memory();
    keepReceipts(storage, "w1", [c, a]);
    keepReceipts(storage, "w1", [b]);
    keepReceipts(storage, "w2", [a]);
    expect(readReceipts(storage)).toEqual([
      { waveId: "w1", receipts: [a, b, c] },
      { waveId: "w2", receipts: [a] },
    ]);
  });

  it("are of the last dozen pulses, and go when asked to", () => {
    const storage = memory();
    for (let wave = 0; wave < 20; wave += 1) keepReceipts(storage, `w${wave}`, [a]);
    expect(readReceipts(storage).map(({ waveId }) => waveId)).toEqual(
      Array.from({ length: 12 }, (_, index) => `w${index + 8}`),
    );
    forgetReceipts(storage);
    expect(readReceipts(storage)).toEqual([]);
  });

  it("are nothing where something else was stored", () => {
    const storage = memory();
    for (const text of [
      "{",
      "3",
      '[{"waveId":1,"receipts":[]}]',
      '[{"waveId":"w","receipts":["x"]}]',
    ]) {
      storage.setItem("hearth-receipts", text);
      expect(readReceipts(storage)).toEqual([]);
    }
  });
});
