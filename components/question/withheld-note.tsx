import { useWords } from "#words";

/** Why a question that was answered stays closed. */
export function WithheldNote() {
  const t = useWords();
  return (
    <p data-verdict tabIndex={-1} className="mt-6 text-sm text-flag">
      {t("question.withheld")}
    </p>
  );
}
