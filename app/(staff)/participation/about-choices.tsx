/** What a choice does, and from when on. Said to the office before it promises a family anything. */
export function AboutChoices() {
  return (
    <ul className="grid max-w-prose list-disc gap-2 ps-5">
      <li>
        A student who takes no part gets no slip, is in no list of the pulse and is not counted as
        missing. Attendance is not touched.
      </li>
      <li>
        A choice counts from the next pulse whose keys are made. That is when it is scheduled, or
        for many classes some minutes later.
      </li>
      <li>
        In a pulse that is planned or open already, a slip with the student’s name that has not been
        used stops working at once. Slips without names are dealt by chance, and nobody knows whose
        is whose: tell the teacher to deal the student none. That pulse still counts one seat more.
      </li>
      <li>
        Answers that were sent stay. Nobody can tell whose they are, so nobody can take them out.
      </li>
      <li>
        Teachers see on the page of their slips which of their students take no part, because they
        deal the slips. Nobody else in the class is told.
      </li>
      <li>
        A choice stays until it is changed, also when a student leaves the roster and comes back.
      </li>
    </ul>
  );
}
