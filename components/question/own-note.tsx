import Link from "next/link";
import type { OwnNote as Note } from "#lib/attempts/notes";
import { useWords } from "#words";
import { NoteLetters } from "./note-letters.tsx";

/** What the viewer noted about a question, and whether they flagged it. */
export function OwnNote({ note: { note, letters, isFlagged } }: { note: Note }) {
  const t = useWords();
  return (
    <section aria-labelledby="own-note" className="mt-6 max-w-3xl text-sm">
      <h2 id="own-note" className="font-semibold text-muted">
        {t("notes.own", { what: note === "" ? "flag" : isFlagged ? "both" : "note" })}
      </h2>
      {note === "" ? null : (
        <p dir="auto" className="mt-2 border-s-2 border-accent ps-3 whitespace-pre-wrap wrap-anywhere">
          {note}
        </p>
      )}
      <NoteLetters t={t} letters={letters} />
      <Link
        href="/notes"
        prefetch={false}
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        {t("notes.all")}
      </Link>
    </section>
  );
}
