import { describe, expect, it } from "vitest";
import { CONSENTS, takesPart } from "@/lib/waves/consent";

describe("takesPart", () => {
  it("asks nobody whose family said no, whatever the district's rule", () => {
    for (const consent of CONSENTS) expect(takesPart(consent, "out")).toBe(false);
  });

  it("asks everybody whose family said yes", () => {
    for (const consent of CONSENTS) expect(takesPart(consent, "in")).toBe(true);
  });

  it("reads silence as a yes under passive consent only", () => {
    expect(takesPart("passive", null)).toBe(true);
    expect(takesPart("active", null)).toBe(false);
  });
});
