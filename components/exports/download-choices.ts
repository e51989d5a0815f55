import type { DownloadChoice } from "@/components/ui/download-choice";

/** What can be taken away of a class, a school or a pulse, in the order of the menu. */
export function downloadChoices(of: "waves" | "classes" | "schools", id: string): DownloadChoice[] {
  const base = `/api/exports/${of}/${encodeURIComponent(id)}`;
  const tables: DownloadChoice[] = [
    {
      label: "Excel",
      hint: "Table, with a sheet that explains it",
      href: `${base}?format=xlsx`,
    },
    { label: "CSV", hint: "The same table as plain text", href: `${base}?format=csv` },
  ];
  if (of === "waves") return tables;
  return [
    { label: "PDF", hint: "One page to hand on", href: `${base}?format=pdf` },
    ...tables,
    {
      ...{ label: "Page to print", hint: "In your browser, with its fonts", page: true },
      href: `/${of}/${encodeURIComponent(id)}/report`,
    },
  ];
}
