"use client";

import Link from "next/link";
import { useSession, useView } from "#components/attempt/session";
import type { MapEntry } from "#lib/attempts/read/attempt";
import { isIncomplete } from "#lib/exam/completeness";
import { blankMarks } from "#lib/exam/entries";
import { isAnswered } from "#lib/exam/selection";
import { useWords } from "#words";
import { marksOf } from "../sync/registers.ts";
import { type ReviewGroup, reviewGroups } from "./review-groups.ts";

type ReviewListProps = { attemptId: string; map: readonly MapEntry[]; isStudy: boolean };

/**
 * Before submitting: what is answered, what is not, what is flagged, including changes that this device has not sent
 * yet.
 */
export function ReviewList({ attemptId, map: rendered, isStudy }: ReviewListProps) {
  const t = useWords();
  const { sync } = useSession();
  const { registers } = useView(sync);
  const map = rendered.map((item) => {
    const answer = item.answered ? ({ kind: "dont-know" } as const) : null;
    const marks = marksOf(item.position, registers, { ...blankMarks, flagged: item.flagged, answer });
    const incomplete = marks.answer === answer ? item.incomplete : isIncomplete(marks.answer, item.parts);
    return { ...item, incomplete, flagged: marks.flagged, answered: item.committed || isAnswered(marks.answer) };
  });
  const groups = reviewGroups(map, isStudy);
  const count = (name: ReviewGroup["name"]) => groups.find((group) => group.name === name)?.items.length ?? 0;
  const [open, unchecked, incomplete] = [count("unanswered"), count("not-checked"), count("incomplete")];
  return (
    <>
      <p className="mt-4 tabular-nums">
        {t("submit.counts", { answered: map.length - open, open, flagged: count("flagged") })}
      </p>
      {unchecked === 0 ? null : (
        <p className="mt-2 text-flag tabular-nums">{t("submit.unchecked", { count: unchecked })}</p>
      )}
      {incomplete === 0 ? null : (
        <p className="mt-2 text-flag tabular-nums">{t("submit.incomplete", { count: incomplete })}</p>
      )}
      {groups.map((group) => (
        <Group key={group.name} attemptId={attemptId} most={isStudy ? 30 : 200} {...group} />
      ))}
    </>
  );
}

/** Items beyond `most` are folded. */
function Group({ attemptId, most, name, items }: ReviewGroup & { attemptId: string; most: number }) {
  const t = useWords();
  const title = t(`submit.group-${name}`);
  return (
    <details open={items.length <= most} className="mt-5">
      <summary className="min-h-11 cursor-pointer py-3 text-sm font-semibold text-muted">
        {t("submit.group", { title, count: items.length })}
      </summary>
      <ul aria-label={title} className="grid grid-cols-[repeat(auto-fill,minmax(3rem,1fr))] gap-2">
        {items.map((item) => (
          <li key={item.position}>
            <Link
              href={`/attempts/${attemptId}/${item.position}`}
              prefetch={false}
              aria-label={t("submit.entry", { position: item.position, flagged: item.flagged ? "yes" : "no" })}
              className={`flex min-h-11 items-center justify-center rounded-lg border tabular-nums ${item.flagged ? "border-flag bg-flag-soft" : "border-edge bg-sheet"}`}
            >
              {item.position}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
