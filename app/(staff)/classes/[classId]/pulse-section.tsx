import { dayWords } from "@/components/insight/date-words";
import { FigureCard, NoFigureCard } from "@/components/insight/figure-card";
import { gradeWords } from "@/lib/services/insight/grade-words";
import type { LargerGroup } from "@/lib/services/insight/larger-group";
import type { ClassView } from "@/lib/services/insight/read-class";

/** The last sealed pulse of the class, or when there will be one. */
export function PulseSection({ view }: { readonly view: ClassView }) {
  const { pulse } = view;
  if (pulse === null) return <NoFigureCard group="class" />;
  const { wave, larger } = pulse;
  return (
    <FigureCard
      group="class"
      belonging={pulse.belonging}
      participation={pulse.participation}
      notAsked={pulse.notAsked}
      level={pulse.level}
      waveTitle={wave.title}
      closedOn={dayWords(wave.closesAt, wave.timeZone)}
      larger={
        larger === null
          ? null
          : { name: nameOf(larger, view.class.schoolName), belonging: larger.belonging }
      }
    />
  );
}

function nameOf({ level, grade }: LargerGroup, schoolName: string): string {
  switch (level) {
    case "grade":
      if (grade === "mixed") return `the mixed-grade classes of ${schoolName}`;
      if (grade === null || grade === "none") return `the classes without a grade of ${schoolName}`;
      return `all of ${gradeWords([grade])} at ${schoolName}`;
    case "school":
      return `all of ${schoolName}`;
    case "district":
      return "the whole district";
  }
}
