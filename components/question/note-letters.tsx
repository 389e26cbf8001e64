import type { NoteLetter } from "#lib/exam/note-letters";
import type { Words } from "#lib/messages/words";

/** What the letters in a note named where it was written: the options may stand in another order now. */
export function NoteLetters({ t, letters }: { t: Words; letters: readonly NoteLetter[] }) {
  if (letters.length === 0) return null;
  return (
    <p className="mt-2 ps-3 text-sm text-muted wrap-anywhere">
      {t("notes.letters")}{" "}
      {letters.map(({ letter, text }, i) => (
        <span key={letter} dir="auto">
          {i === 0 ? "" : " · "}
          <b>{letter}</b>: {text}
        </span>
      ))}
    </p>
  );
}
