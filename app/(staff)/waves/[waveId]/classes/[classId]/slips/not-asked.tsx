import { Notice } from "@/components/ui/notice";

/** Whom whoever deals the slips must leave out. Not printed: the sheet goes round the room. */
export function NotAsked({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div data-print="hide" className="mb-6">
      <Notice
        tone="watch"
        title={
          names.length === 1
            ? "One student takes no part"
            : `${String(names.length)} students take no part`
        }
      >
        <p>
          Their families have not let them be asked. Deal them no slip, and keep this to yourself:{" "}
          {names.join(", ")}. If a slip is left over, destroy it.
        </p>
      </Notice>
    </div>
  );
}
