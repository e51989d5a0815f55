import type { ExampleBand } from "@/components/insight/example-band";
import { ShareBar } from "@/components/ui/share-bar";

/** One question as a teacher sees it after the seal, of a class that does not exist. */
export function TeacherExample({
  title,
  example: { question, share, sentence },
}: {
  readonly title: string;
  readonly example: ExampleBand;
}) {
  return (
    <figure className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3.5">
      <figcaption className="text-sm font-medium text-ink-soft">{title}</figcaption>
      <p className="font-medium">{question}</p>
      <ShareBar {...share} />
      <p className="text-ink-soft">{sentence}</p>
    </figure>
  );
}
