import { Button } from "#components/ui/button";

type ItemButtonsProps = {
  isStudy: boolean;
  isOpen: boolean;
  isFirst: boolean;
  isFlagged: boolean;
  isWaiting: boolean;
  pause: { isPaused: boolean; setPaused: (isPaused: boolean) => void } | null;
};

/**
 * What can be done with an item; each is a submit button, so that it works without script. What waits is not disabled:
 * it would lose the focus, and with it the place of whoever must choose again.
 */
export function ItemButtons({ isStudy, isOpen, isFirst, isFlagged, isWaiting, pause }: ItemButtonsProps) {
  const mayCheck = isStudy && isOpen;
  return (
    <div className="no-print mt-6 flex flex-wrap gap-3">
      {mayCheck ? (
        <Button name="intent" value="check" look="primary" aria-disabled={isWaiting} disabled={pause?.isPaused}>
          Check answer
        </Button>
      ) : null}
      <Button name="intent" value="next" look={mayCheck ? "plain" : "primary"}>
        Next
      </Button>
      <Button name="intent" value="previous" disabled={isFirst}>
        Previous
      </Button>
      <Button
        name="intent"
        value="flag"
        aria-pressed={isFlagged}
        className="aria-pressed:bg-flag-soft aria-pressed:text-flag aria-pressed:border-flag"
      >
        Flag
      </Button>
      {isOpen ? (
        <Button name="intent" value="dont-know" look="quiet" aria-disabled={isWaiting}>
          I don’t know
        </Button>
      ) : null}
      {pause === null ? null : (
        <Button type="button" look="quiet" onClick={() => pause.setPaused(!pause.isPaused)}>
          {pause.isPaused ? "Resume" : "Pause"}
        </Button>
      )}
      <span className="flex-1" />
      <Button name="intent" value="finish" look="quiet">
        Finish
      </Button>
    </div>
  );
}
