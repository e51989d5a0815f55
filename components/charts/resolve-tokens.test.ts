import { describe, expect, it } from "vitest";

import { resolveTokens } from "./resolve-tokens";

const read = (token: string) => ({ "--accent": " #123456", "--line": "#eee" })[token] ?? "";

describe("resolveTokens", () => {
  it("replaces token references at any depth, and trims what the browser returns", () => {
    const config = {
      type: "line",
      data: { datasets: [{ borderColor: "var(--accent)", data: [1, null, 3] }] },
      options: { scales: { y: { grid: { color: ["var(--line)", "#000"] } } } },
    };
    expect(resolveTokens(config, read)).toEqual({
      type: "line",
      data: { datasets: [{ borderColor: "#123456", data: [1, null, 3] }] },
      options: { scales: { y: { grid: { color: ["#eee", "#000"] } } } },
    });
  });

  it("keeps functions and leaves the original unchanged", () => {
    const tick = () => "x";
    const config = { color: "var(--accent)", callback: tick };
    const resolved = resolveTokens(config, read);
    expect(resolved.callback).toBe(tick);
    expect(config.color).toBe("var(--accent)");
  });
});
