import { STATE_WORDS } from "@/components/insight/flag-words";
import { FLAG_STATES } from "@/lib/flags/life-cycle";

interface Note {
  readonly id: string;
  readonly body: string;
  readonly state: string | null;
  readonly author: string;
  readonly at: string;
}

function stateWords(state: string | null): string | null {
  const known = FLAG_STATES.find((each) => each === state);
  return known === undefined ? null : STATE_WORDS[known];
}

/** What happened to a flag, oldest first. */
export function NoteTimeline({
  raised,
  notes,
}: {
  readonly raised: string;
  readonly notes: readonly Note[];
}) {
  return (
    <ol className="grid gap-5 border-l-2 border-line pl-5">
      <li>
        <p className="text-sm text-ink-soft">{raised}, Hearth</p>
        <p className="font-medium">Raised</p>
      </li>
      {notes.map((note) => (
        <li key={note.id}>
          <p className="text-sm text-ink-soft">
            {note.at}, {note.author}
          </p>
          {stateWords(note.state) === null ? null : (
            <p className="font-medium">{stateWords(note.state)}</p>
          )}
          {note.body === "" ? null : (
            <p className="max-w-prose break-words whitespace-pre-line">{note.body}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
