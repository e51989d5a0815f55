import { Intro } from "./intro";
import { QuestionScreen } from "./question-screen";
import { ScreenHeading } from "./screen-heading";
import { SeatScreen } from "./seat-screen";
import type { StudentFlowProps } from "./student-flow-props";
import type { QuestionView } from "./student-words";

const nothing = () => undefined;

/**
 * What the server draws before the script is there: it cannot know how a student came, because a slip's code stays
 * behind the address's `#`. A few lines of script in the page's head show one of three: the field for a typed code, the
 * first question for who scanned a slip, or a moment's patience for who comes back. What is tapped by then is kept.
 */
export function Beginnings(props: StudentFlowProps & { readonly first: QuestionView | null }) {
  const { words, first, asked } = props;
  return (
    <>
      <div data-beginning="code" className="flex-col gap-6">
        <ScreenHeading moved={false}>{props.welcome}</ScreenHeading>
        <Intro words={props.intro} />
        <SeatScreen
          words={words.seat}
          ready={false}
          seatCode=""
          submitLabel={words.seat.start}
          onType={nothing}
          onAdmit={nothing}
        />
      </div>
      <div data-beginning="slip" className="flex-1 flex-col">
        {first === null ? (
          <p>{props.loading}</p>
        ) : (
          <QuestionScreen
            lang={props.lang}
            words={words.question}
            question={first}
            place={{ at: 0, of: asked.places.length }}
            chosen={null}
            toReview={false}
            moved={false}
            intro={<Intro words={props.intro} />}
            onAnswer={nothing}
            onNext={nothing}
            onBack={nothing}
          />
        )}
      </div>
      <div data-beginning="again" className="flex-col">
        <p>{props.loading}</p>
      </div>
    </>
  );
}
