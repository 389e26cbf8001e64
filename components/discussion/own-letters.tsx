import { useWords } from "#words";
import { actsForm } from "./thread-context.ts";

/** Says what the letters in the reader's own comment do, with a button that turns it round. */
export function OwnLetters({ id, letters }: { id: string; letters: "converted" | "kept" }) {
  const t = useWords();
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
      {t(letters === "kept" ? "thread.lettersKept" : "thread.lettersConverted")}
      <button
        type="submit"
        form={actsForm}
        name="act"
        value={`${letters === "kept" ? "convert-letters" : "keep-letters"} ${id}`}
        className="min-h-11 underline underline-offset-4 hover:text-ink"
      >
        {t(letters === "kept" ? "thread.convertLetters" : "thread.keepLetters")}
      </button>
    </p>
  );
}
