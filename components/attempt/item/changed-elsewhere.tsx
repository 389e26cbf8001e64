import { useWords } from "#words";

/**
 * Beside a field that is being written in: what came from another tab or device meanwhile. The region is there before its
 * words are: one that comes with them is not read out.
 */
export function ChangedElsewhere({ text }: { text: string | null }) {
  const t = useWords();
  return (
    <div aria-live="polite">
      {text === null ? null : (
        <p className="mt-1 text-sm break-words whitespace-pre-wrap text-flag">{t("item.elsewhere", { text })}</p>
      )}
    </div>
  );
}
