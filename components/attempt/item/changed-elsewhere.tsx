import { useWords } from "#words";

/**
 * Beside a field in which the learner is writing: what another tab or device has sent meanwhile. The live region exists
 * before its text: a region that appears together with its text is not announced.
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
