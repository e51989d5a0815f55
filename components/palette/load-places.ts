import { KIND_WORDS } from "@/components/insight/flag-words";
import { tierLabels } from "@/components/ui/badge";
import type { Places } from "@/lib/insight/places";

import type { PlaceGroup } from "./find-places";

/** One's own classes, flags and schools; throws where the server cannot be reached or the session has ended. */
export async function loadPlaces(): Promise<PlaceGroup[]> {
  const response = await fetch("/api/places", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`places: ${String(response.status)}`);
  const { classes, flags, schools } = (await response.json()) as Places;
  const path = (beginning: string, id: string) => `/${beginning}/${encodeURIComponent(id)}`;
  return [
    {
      heading: "Classes",
      places: classes.map(({ id, title, schoolName, teachers }) => ({
        href: path("classes", id),
        name: title,
        detail: [schoolName, ...teachers].join(", "),
      })),
    },
    {
      heading: "Flags",
      places: flags.map(({ id, classTitle, kind, tier }) => ({
        href: path("flags", id),
        name: `${classTitle}: ${KIND_WORDS[kind].toLowerCase()}`,
        detail: tierLabels[tier],
      })),
    },
    {
      heading: "Schools",
      places: schools.map(({ id, name }) => ({ href: path("schools", id), name, detail: "" })),
    },
  ];
}
