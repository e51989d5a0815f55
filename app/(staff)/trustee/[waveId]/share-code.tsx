import { shareCodeGroups } from "@/lib/ballots/wire/share-code";

/** A code to be written down: groups of four, in lines that can be counted. */
export function ShareCode({ code }: { readonly code: string }) {
  return (
    <div
      role="group"
      aria-label="Your code"
      className="grid max-w-xl grid-cols-4 gap-x-2 gap-y-3 rounded-md border border-line-strong bg-sunken px-4 py-4 text-center font-mono text-xl font-semibold tracking-wider select-all sm:grid-cols-7"
    >
      {shareCodeGroups(code).map((group, at) => (
        // Two groups can be alike.
        <span key={`${String(at)} ${group}`}>{group} </span>
      ))}
    </div>
  );
}
