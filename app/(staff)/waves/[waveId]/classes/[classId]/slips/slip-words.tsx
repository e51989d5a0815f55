import { Notice } from "@/components/ui/notice";
import type { Admission } from "@/lib/waves/options";

/** How slips get from the printer to the students. */
export function Dealing({
  byName,
  roster,
}: {
  readonly byName: boolean;
  /** Roster sign-in: one lost slip can be made again. */
  readonly roster: boolean;
}) {
  return (
    <ol className="grid list-decimal gap-2 pl-5">
      <li>Print the sheet and cut along the lines.</li>
      {byName ? (
        <>
          <li>
            Give each student the slip with their name. Do not let students swap slips:{" "}
            {roster
              ? "the list of who has taken part would be wrong."
              : "answers would be counted in the wrong group."}
          </li>
          <li>
            Keep the slips of students who are absent. They can use them later, until the pulse
            closes.
          </li>
          {roster ? (
            <li>If a student loses a slip, make only that one again under “Who is left”.</li>
          ) : null}
        </>
      ) : (
        <>
          <li>
            Shuffle the slips face down and let each student draw one. Do not note who has which.
          </li>
          <li>Students who are absent can draw one later, until the pulse closes.</li>
        </>
      )}
      <li>Destroy the slips that are left over.</li>
    </ol>
  );
}

/** Why the slips of this pulse have names, and what that lets the school see. */
export function WhyNames({
  dimensions,
  admission,
}: {
  readonly dimensions: readonly string[];
  readonly admission: Admission;
}) {
  return (
    <Notice title="Why these slips have names">
      <div className="grid max-w-prose gap-2">
        {admission === "roster" ? (
          <p>This pulse has roster sign-in: students get in by the class list.</p>
        ) : null}
        {dimensions.length === 0 ? null : (
          <p>
            This pulse is also counted by {dimensions.join(", ")}. Which ballots a slip may collect
            depends on whose it is.
          </p>
        )}
        <p>
          <strong>What the school can see:</strong>{" "}
          {admission === "roster"
            ? "the class’s teachers and administrators see who has not collected a ballot yet, while the pulse is open."
            : "whoever runs Hearth can find out that a slip has collected its ballots. No page shows it."}
        </p>
        <p>
          <strong>What the school cannot see:</strong> what is in them. Ballots are sealed on the
          student&rsquo;s device, carry no name and no code, and are sent one by one. Tell your
          students so.
        </p>
      </div>
    </Notice>
  );
}
