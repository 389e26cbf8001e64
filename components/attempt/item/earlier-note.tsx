import { NoteLetters } from "#components/question/note-letters";
import type { NoteLetter } from "#lib/exam/note-letters";
import type { Words } from "#lib/messages/words";

type EarlierNoteProps = {
  t: Words;
  /** The learner's newest note on the question, in whichever attempt; empty for none. */
  earlier: string;
  /** What its letters named. */
  letters: readonly NoteLetter[];
  /** The note of this attempt, which stands in its own field. */
  here: string;
  isOpen: boolean;
};

/** What the learner noted about the question before. Folded until the answer is checked, because it may give the answer away. */
export function EarlierNote({ t, earlier, letters, here, isOpen }: EarlierNoteProps) {
  if (earlier === "" || earlier === here.trim()) return null;
  return (
    <details open={isOpen} className="mt-6 max-w-2xl text-sm">
      <summary className="w-fit cursor-pointer py-2.5 text-muted">{t("item.earlierNote")}</summary>
      <p dir="auto" className="mt-1 border-s-2 border-accent ps-3 whitespace-pre-wrap wrap-anywhere">
        {earlier}
      </p>
      <NoteLetters t={t} letters={letters} />
    </details>
  );
}
