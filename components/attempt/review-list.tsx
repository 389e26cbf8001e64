"use client";

import Link from "next/link";
import { useSession, useView } from "#components/attempt/session";
import type { MapEntry } from "#lib/attempts/queries";
import { blankMarks } from "#lib/exam/entries";
import { isAnswered } from "#lib/exam/selection";
import { marksOf } from "./registers.ts";

type ReviewListProps = { attemptId: string; map: readonly MapEntry[] };

/** Before submitting: what is answered, what is not, what is flagged, with what this device has not sent yet. */
export function ReviewList({ attemptId, map: rendered }: ReviewListProps) {
  const { sync } = useSession();
  const { registers } = useView(sync);
  const map = rendered.map((item) => {
    const answer = item.answered ? ({ kind: "dont-know" } as const) : null;
    const marks = marksOf(item.position, registers, { ...blankMarks, flagged: item.flagged, answer });
    return { ...item, flagged: marks.flagged, answered: item.committed || isAnswered(marks.answer) };
  });
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
    </>
  );
}

/** More than this is folded. */
const most = 200;

function Group({ attemptId, title, items }: { attemptId: string; title: string; items: readonly MapEntry[] }) {
  if (items.length === 0) return null;
  return (
    <details open={items.length <= most} className="mt-8">
      <summary className="cursor-pointer text-sm font-semibold text-muted">
        {title} ({items.length})
      </summary>
      <ul aria-label={title} className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(3rem,1fr))] gap-2">
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
    </details>
  );
}
