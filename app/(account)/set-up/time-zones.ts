import type { SelectOption } from "@/components/ui/select-field";

/** Every time zone this server knows, by continent and city. */
export function timeZoneOptions(): SelectOption[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...names].map((value) => ({
    value,
    label: value.replaceAll("_", " ").replaceAll("/", " / "),
  }));
}
