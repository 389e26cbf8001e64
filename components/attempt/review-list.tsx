import Link from "next/link";
import { Button } from "#components/ui/button";
import { submitAttemptAction } from "#lib/attempts/actions";
import type { MapEntry } from "#lib/attempts/queries";

type ReviewListProps = { attemptId: string; map: readonly MapEntry[]; isStudy: boolean };

/** Before submitting: what is answered, what is not, what is flagged. */
export function ReviewList({ attemptId, map, isStudy }: ReviewListProps) {
  const open = map.filter((item) => !item.answered);
  const flagged = map.filter((item) => item.flagged);
  return (
    <>
      <p className="mt-4 tabular-nums">
        {map.length - open.length} answered, {open.length} unanswered, {flagged.length} flagged.
      </p>
      <Group attemptId={attemptId} title="Unanswered" items={open} />
      <Group attemptId={attemptId} title="Flagged" items={flagged} />
      <Group attemptId={attemptId} title="Answered" items={map.filter((item) => item.answered)} />
      <form action={submitAttemptAction} className="mt-10 flex flex-wrap items-center gap-4">
        <input type="hidden" name="attempt" value={attemptId} />
        <Button look="primary">Submit exam</Button>
        <p className="text-sm text-muted">
          {isStudy
            ? "Only what you checked is counted."
            : "Unanswered questions count as wrong. You cannot go back after this."}
        </p>
      </form>
    </>
  );
}

function Group({ attemptId, title, items }: { attemptId: string; title: string; items: readonly MapEntry[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="text-sm font-semibold text-muted">{title}</h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(3rem,1fr))] gap-2">
        {items.map((item) => (
          <li key={item.position}>
            <Link
              href={`/attempts/${attemptId}/${item.position}`}
              prefetch={false}
              aria-label={`Question ${item.position}${item.flagged ? ", flagged" : ""}`}
              className={`flex min-h-11 items-center justify-center rounded-lg border tabular-nums ${item.flagged ? "border-flag bg-flag-soft" : "border-line bg-sheet"}`}
            >
              {item.position}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
