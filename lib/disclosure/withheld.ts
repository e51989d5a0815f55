import type { Policy } from "@/lib/disclosure/policy";

/** Why a group is not shown. Decided from rosters and respondent counts, never from answers; "degraded" alone from the bands themselves, for a whole release at once. */
export type WithheldReason =
  | { readonly code: "few-respondents" }
  | { readonly code: "few-on-roster" }
  | { readonly code: "close-to-parent"; readonly parentLevel: string }
  | { readonly code: "protects-smaller" }
  /** A demographic group that nearly coincides with classes. */
  | { readonly code: "crosses-closely" }
  /** The audit failed, and the whole release went to a rung without such groups. */
  | { readonly code: "degraded" };

/** In the place of a band: nothing is shown, and this is why. */
export class Withheld {
  readonly kind = "withheld";

  private constructor(
    readonly reason: WithheldReason,
    /** Plain English, as in the release. Pages translate `reason`. */
    readonly text: string,
  ) {}

  static because(reason: WithheldReason, policy: Policy): Withheld {
    return new Withheld(reason, plainText(reason, policy));
  }

  /** Reads a release's text back. Returns null for a text that the compiler never writes. */
  static fromText(text: string, policy: Policy): Withheld | null {
    const level = /^too close to the whole ([^:]{1,60}):/u.exec(text)?.[1];
    const candidates: readonly WithheldReason[] = [
      { code: "few-respondents" },
      { code: "few-on-roster" },
      { code: "protects-smaller" },
      { code: "crosses-closely" },
      { code: "degraded" },
      ...(level === undefined ? [] : [{ code: "close-to-parent", parentLevel: level } as const]),
    ];
    const reason = candidates.find((candidate) => plainText(candidate, policy) === text);
    return reason === undefined ? null : new Withheld(reason, text);
  }
}

function plainText(reason: WithheldReason, policy: Policy): string {
  switch (reason.code) {
    case "few-respondents":
      return `fewer than ${String(policy.k)} respondents`;
    case "few-on-roster":
      return `fewer than ${String(policy.k)} students on the roster: counted in the next larger group`;
    case "close-to-parent":
      return `too close to the whole ${reason.parentLevel}: the rest could be worked out`;
    case "protects-smaller":
      return "hidden so that a smaller group beside it cannot be worked out";
    case "crosses-closely":
      return "nearly the same students as other groups: those who differ could be worked out";
    case "degraded":
      return "not published: the audit of this release allowed larger groups only";
  }
}
