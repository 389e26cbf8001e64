/** Why a question that was answered stays closed. */
export function WithheldNote() {
  return (
    <p data-verdict tabIndex={-1} className="mt-6 text-sm text-flag">
      You are sitting an exam with this question. It opens when that exam is finished.
    </p>
  );
}
