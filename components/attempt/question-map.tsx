import type { MapEntry } from "#lib/attempts/queries";

/** Every item as a button: where one is, what is answered, what is flagged. */
export function QuestionMap({ map, current }: { map: readonly MapEntry[]; current: number }) {
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
      {map.map((item) => (
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
  );
}
