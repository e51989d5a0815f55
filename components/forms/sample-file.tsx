/** Below an upload: a file as the form takes it, to look at. */
export function SampleFile({
  file,
  name = file,
}: {
  readonly file: string;
  /** In words, where the file's name says too little. */
  readonly name?: string;
}) {
  return (
    <p className="mt-4 text-sm text-ink-soft">
      To see what such a file looks like:{" "}
      <a href={`/api/imports/samples/${file}`} download className="prose-link">
        sample {name}
      </a>
      .
    </p>
  );
}
