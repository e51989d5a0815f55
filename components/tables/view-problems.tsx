import { Notice } from "@/components/ui/notice";

/** What a link asks for and the list cannot give; the rest of the view is as asked. */
export function ViewProblems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" data-print="hide" className="px-4 pb-4 sm:px-6">
      <Notice tone="watch" title="Part of this link could not be followed">
        <ul className={problems.length > 1 ? "list-disc pl-5" : undefined}>
          {problems.slice(0, 5).map((problem) => (
            <li key={problem} className="wrap-break-word">
              {problem}
            </li>
          ))}
          {problems.length > 5 ? <li>And {String(problems.length - 5)} more.</li> : null}
        </ul>
      </Notice>
    </div>
  );
}
