import { buttonClassName } from "@/components/ui/button-style";

/** Back and on, at the foot of a screen. `done`: something was chosen or written, so that going on is the usual next step. */
export function StepButtons({
  back,
  next,
  done,
  onBack,
  onNext,
}: {
  readonly back: string;
  readonly next: string;
  readonly done: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  return (
    <div className="mt-auto grid grid-cols-2 gap-3 pt-2">
      <button type="button" onClick={onBack} className={buttonClassName({ size: "lg" })}>
        {back}
      </button>
      <button
        type="button"
        onClick={onNext}
        className={buttonClassName({ variant: done ? "primary" : "secondary", size: "lg" })}
      >
        {next}
      </button>
    </div>
  );
}
