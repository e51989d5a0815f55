/**
 * The rules that decide what may be shown. Figures and reasons: reference/disclosure-control.md, "Policy".
 * A wave's policy is frozen in its plan, so that a change acts on future waves only.
 */
export type Policy = {
  readonly version: "hearth-policy/1";
  /** Respondents in a shown group, at least. */
  readonly k: number;
  /** Counts up to this far from 0 or from n fall in one band with 0 or n. At least t + 1, t = 2 pooling classmates. */
  readonly tail: number;
  /** Values in an interior band, at least, wherever n leaves that much room between the tails. */
  readonly width: number;
  /** Values in the single interior band of a group just above k, where n leaves less room than `width`. */
  readonly narrowWidth: number;
  /** Respondents in whatever can be worked out by subtracting shown groups: none or at least this many. */
  readonly remainder: number;
  /** Unfavourable, neutral and favourable are shown apart from this many respondents up. */
  readonly threeBucketsFrom: number;
  /** Participation is shown in blocks of this many. */
  readonly participationBlock: number;
  /** Reliability coefficients are shown from this many respondents up. */
  readonly reliabilityFrom: number;
};

type PolicyNumber = Exclude<keyof Policy, "version">;

/** The floor, and the default: every figure can be raised, none lowered. */
export const FLOOR_POLICY: Policy = Object.freeze({
  version: "hearth-policy/1",
  k: 10,
  tail: 3,
  width: 4,
  narrowWidth: 3,
  remainder: 10,
  threeBucketsFrom: 30,
  participationBlock: 5,
  reliabilityFrom: 100,
});

const NUMBERS: readonly PolicyNumber[] = [
  "k",
  "tail",
  "width",
  "narrowWidth",
  "remainder",
  "threeBucketsFrom",
  "participationBlock",
  "reliabilityFrom",
];

export type PolicyRefusal = {
  readonly ok: false;
  readonly code:
    | "policy-version-unknown"
    | "policy-not-a-whole-number"
    | "policy-below-floor"
    | "policy-remainder-below-k"
    | "policy-no-room-between-tails";
  readonly field: keyof Policy;
  readonly message: string;
};

/**
 * Accepts a policy at or above the floor, or says which figure is refused and why.
 * Returns a fresh frozen copy holding only the policy's own keys.
 */
export function validatePolicy(
  candidate: Readonly<Record<keyof Policy, unknown>>,
): { readonly ok: true; readonly policy: Policy } | PolicyRefusal {
  if (candidate.version !== FLOOR_POLICY.version) {
    return refuse(
      "policy-version-unknown",
      "version",
      "this version of the policy is not known here",
    );
  }
  const numbers: Record<PolicyNumber, number> = { ...FLOOR_POLICY };
  for (const field of NUMBERS) {
    const value = candidate[field];
    if (typeof value !== "number" || !Number.isSafeInteger(value)) {
      return refuse("policy-not-a-whole-number", field, `${field} must be a whole number`);
    }
    if (value < FLOOR_POLICY[field]) {
      const message = `${field} can be raised above ${String(FLOOR_POLICY[field])}, never lowered`;
      return refuse("policy-below-floor", field, message);
    }
    numbers[field] = value;
  }
  const { k, tail, narrowWidth, remainder } = numbers;
  // With a remainder below k, subtracting two shown groups would describe a group too small to show.
  if (remainder < k) {
    return refuse("policy-remainder-below-k", "remainder", "remainder must be at least k");
  }
  // Otherwise the tails of the smallest group meet, and the one value between them is exact.
  if (k - 2 * tail - 1 < narrowWidth) {
    const least = 2 * tail + 1 + narrowWidth;
    const message = `with tail ${String(tail)} and narrowWidth ${String(narrowWidth)}, k must be at least ${String(least)}`;
    return refuse("policy-no-room-between-tails", "k", message);
  }
  return { ok: true, policy: Object.freeze({ version: FLOOR_POLICY.version, ...numbers }) };
}

/** The default policy with some figures raised; `remainder` follows a raised k unless it is given. */
export function raisePolicy(
  raised: Partial<Record<PolicyNumber, number>>,
): ReturnType<typeof validatePolicy> {
  const k = raised.k ?? FLOOR_POLICY.k;
  const remainder = Math.max(FLOOR_POLICY.remainder, k);
  return validatePolicy({ ...FLOOR_POLICY, remainder, ...raised });
}

function refuse(code: PolicyRefusal["code"], field: keyof Policy, message: string): PolicyRefusal {
  return { ok: false, code, field, message };
}
