/** How families are asked: everybody takes part unless they say no, or only those whose family says yes. */
export const CONSENTS = ["passive", "active"] as const;
export type Consent = (typeof CONSENTS)[number];

/** What a family chose. A family that said nothing has no choice: null. */
export const CHOICES = ["out", "in"] as const;
export type Choice = (typeof CHOICES)[number];

/** Whether a student is asked in pulses planned from now on. Silence is a yes only where consent is passive. */
export function takesPart(consent: Consent, choice: Choice | null): boolean {
  return consent === "passive" ? choice !== "out" : choice === "in";
}
