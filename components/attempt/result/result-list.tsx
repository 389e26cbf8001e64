"use client";

import Link from "next/link";
import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

/** What a row of the list needs from its item. */
export interface ResultRow {
  readonly position: number;
  readonly stem: string;
  readonly outcome: string;
  readonly tone: "good" | "bad" | "withheld";
  readonly isFlagged: boolean;
  readonly seconds: number;
  readonly questionPath: string;
}

type ResultListProps = { marks: LanguageMarks; rows: readonly ResultRow[]; chosen: number | null; show: string };

const tones = { good: "text-good", bad: "text-bad", withheld: "text-flag" } as const;

/**
 * The items of a result by their first line. Gets data and is rendered once; opening one is a link, so it needs no
 * script.
 */
export function ResultList({ marks, rows, chosen, show }: ResultListProps) {
  const t = useWords();
  return (
    <ol className="result-list divide-y divide-line">
      {rows.map(({ position, stem, outcome, tone, isFlagged, seconds, questionPath }) => (
        <li key={position} className="flex break-inside-avoid items-stretch">
          <Link
            href={`?show=${show}&item=${position}#question`}
            prefetch={false}
            aria-current={position === chosen ? "true" : undefined}
            className="flex min-h-11 min-w-0 flex-1 items-baseline gap-3 rounded-lg border border-transparent px-2 py-2.5 hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft"
          >
            <span className="w-7 shrink-0 text-end text-sm text-muted tabular-nums">{position}</span>
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 font-serif" {...marks}>
                {stem}
              </span>
              <span className="mt-0.5 block text-sm text-muted tabular-nums">
                {t.rich(isFlagged ? "resultItem.outcomeFlagged" : "resultItem.outcome", {
                  verdict: outcome,
                  tone: (text) => <span className={tones[tone]}>{text}</span>,
                  flag: (text) => <span className="text-flag">{text}</span>,
                  seconds,
                })}
              </span>
            </span>
          </Link>
          {tone === "withheld" ? null : (
            // Not a Link: fifty of them would be prefetched for a press that is rare.
            <a
              href={questionPath}
              className="no-print flex w-11 shrink-0 items-center justify-center text-muted hover:text-ink"
            >
              <span aria-hidden="true">↗</span>
              <span className="sr-only">{t("resultItem.openOnItsPage", { position })}</span>
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}
