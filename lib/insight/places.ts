import type { FlagKind, FlagTier } from "@/lib/flags/evidence";

/** What somebody can go to by name, beside the pages of their navigation: what `/api/places` answers. */
export interface Places {
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly classes: readonly {
    readonly id: string;
    readonly title: string;
    readonly schoolName: string;
    readonly teachers: readonly string[];
  }[];
  /** Open ones. */
  readonly flags: readonly {
    readonly id: string;
    readonly classTitle: string;
    readonly kind: FlagKind;
    readonly tier: FlagTier;
  }[];
}
