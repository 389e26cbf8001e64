import Link from "next/link";
import { languageMarks } from "#lib/exam/language-marks";
import type { SearchHit } from "#lib/search/search-hit";
import type { Piece } from "#lib/search/search-words";

import { useWords } from "#words";
/** The questions that were found, with the words marked. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  const t = useWords();
  return (
    <ol className="grid gap-4">
      {hits.map(({ questionId, path, stem, examTitle, examLanguage, domainTitle, tags, excerpt }) => (
        <li key={questionId} className="min-w-0 rounded-xl border border-line bg-sheet p-5 wrap-anywhere">
          <p className="text-sm text-muted" {...languageMarks(examLanguage)}>
            {examTitle} · {domainTitle}
          </p>
          <h2 className="mt-1 font-serif text-lg" {...languageMarks(examLanguage)}>
            <Link href={path} prefetch={false} className="hover:underline">
              <Pieces pieces={stem} />
            </Link>
          </h2>
          {excerpt === null ? null : (
            <p className="mt-2 border-s-2 border-accent ps-3 text-sm">
              <span className="text-muted">{t("search.source", { source: excerpt.source })}</span>
              <span {...languageMarks(examLanguage)}>
                <Pieces pieces={excerpt.pieces} />
              </span>
            </p>
          )}
          {tags.length === 0 ? null : (
            <ul aria-label={t("search.tags")} className="mt-2 flex flex-wrap gap-x-3 text-sm text-muted">
              {tags.map((pieces) => (
                <li key={pieces.map(({ text }) => text).join("")} {...languageMarks(examLanguage)}>
                  <Pieces pieces={pieces} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isFound }, i) => {
    // Pieces have no other name than their place, and never change it.
    const key = i;
    return isFound ? (
      <mark key={key} className="bg-flag-soft text-ink underline decoration-flag">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
