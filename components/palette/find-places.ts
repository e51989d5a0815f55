import type { StaffNavItem } from "@/components/layout/staff-nav-items";
import { fold, matchesSearch } from "@/components/tables/cell-values";

/** Somewhere to go, as the palette lists it. */
export interface Place {
  readonly href: string;
  readonly name: string;
  /** A second, quieter text: the school of a class. */
  readonly detail: string;
}

export interface PlaceGroup {
  readonly heading: string;
  readonly places: readonly Place[];
}

const MOST_OF_A_GROUP = 8;

export function pageGroup(items: readonly StaffNavItem[]): PlaceGroup {
  const own = { href: "/account", name: "Your account", detail: "" };
  const pages = items.map(({ href, label }) => ({ href, name: label, detail: "" }));
  return { heading: "Pages", places: [...pages, own] };
}

/** Of each group what holds every word of the query, those that begin with it first; at most eight each. */
export function findPlaces(groups: readonly PlaceGroup[], query: string): PlaceGroup[] {
  const beginning = fold(query.trim());
  return groups.flatMap(({ heading, places }) => {
    const found = places.filter(({ name, detail }) =>
      matchesSearch(fold(`${name}\n${detail}`), query.trim()),
    );
    const [first, then] = [true, false].map((begins) =>
      found.filter(({ name }) => fold(name).startsWith(beginning) === begins),
    );
    const shown = [...(first ?? []), ...(then ?? [])].slice(0, MOST_OF_A_GROUP);
    return shown.length === 0 ? [] : [{ heading, places: shown }];
  });
}
