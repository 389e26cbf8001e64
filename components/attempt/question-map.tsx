import type { MapEntry } from "#lib/attempts/queries";

type QuestionMapProps = { map: readonly MapEntry[]; current: number; from: number; to: number };

/** More buttons than this are folded: those around the current one are shown, and a field leads to any other. */
const most = 100;

/** Every item as a button: where one is, what is answered, what is flagged. */
export function QuestionMap({ map, current, from, to }: QuestionMapProps) {
  const open = map.filter(({ position }) => from <= position && position <= to);
  const first = Math.floor((current - from) / most) * most;
  const shown = open.length > most ? open.slice(first, first + most) : open;
  return (
    <>
      {open.length > most ? <GoTo from={from} to={to} current={current} /> : null}
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
        {shown.map((item) => (
          <li key={item.position}>
            <button
              type="submit"
              form="item"
              name="intent"
              value={`go:${item.position}`}
              aria-label={`Question ${item.position}, ${item.answered ? "answered" : "not answered"}${item.flagged ? ", flagged" : ""}`}
              aria-current={item.position === current ? "step" : undefined}
              className={`relative min-h-11 w-full rounded-lg border text-sm tabular-nums aria-[current]:outline-2 aria-[current]:outline-accent ${item.answered ? "border-transparent bg-accent-soft font-semibold" : "border-line"}`}
            >
              {item.position}
              {item.flagged ? <span className="absolute top-1 right-1 size-2 rounded-full bg-flag" /> : null}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function GoTo({ from, to, current }: { from: number; to: number; current: number }) {
  return (
    <p className="mb-2 flex items-center gap-2">
      <label className="flex items-center gap-2">
        Question
        <input
          form="item"
          name="go-to"
          type="number"
          min={from}
          max={to}
          defaultValue={current}
          className="min-h-11 w-20 rounded-lg border border-line bg-sheet px-2 tabular-nums"
        />
      </label>
      <button
        type="submit"
        form="item"
        name="intent"
        value="go"
        className="min-h-11 rounded-lg border border-line px-3"
      >
        Go
      </button>
    </p>
  );
}
