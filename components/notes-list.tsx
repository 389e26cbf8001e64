import Link from "next/link";
import { NoteLetters } from "#components/question/note-letters";
import type { ListedNote } from "#lib/attempts/notes";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

/** Notes and flags, each with its question. */
export function NotesList({ notes, now }: { notes: readonly ListedNote[]; now: Date }) {
  const t = useWords();
  return (
    <ul className="grid gap-4">
      {notes.map(({ questionId, examTitle, examLanguage, stem, note, letters, isFlagged, madeAt, path }) => (
        <li key={questionId} className="rounded-xl border border-line bg-sheet p-5">
          <p className="text-sm text-muted">
            <span {...languageMarks(examLanguage)}>{examTitle}</span> ·{" "}
            <time dateTime={madeAt.toISOString()} title={absoluteTime(t, madeAt)}>
              {relativeAge(t, madeAt, now)}
            </time>
            {isFlagged ? <span className="text-flag"> · {t("notes.flagged")}</span> : null}
          </p>
          <h2 className="mt-1" {...languageMarks(examLanguage)}>
            <Link href={path} prefetch={false} className="font-serif text-lg hover:underline">
              {stem}
            </Link>
          </h2>
          {note === "" ? null : (
            <p className="mt-3 border-s-2 border-accent ps-3 text-sm whitespace-pre-wrap">{note}</p>
          )}
          <NoteLetters t={t} letters={letters} />
        </li>
      ))}
    </ul>
  );
}
