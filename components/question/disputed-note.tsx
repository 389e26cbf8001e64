import { useWords } from "#words";

/** Shown beside a disputed key. */
export function DisputedNote({ reason = "" }: { reason?: string }) {
  const t = useWords();
  return (
    <p className="mt-3 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      {t.rich(reason === "" ? "dispute.open" : "dispute.openWhy", {
        b: (text) => <b className="font-semibold">{text}</b>,
        reason,
      })}
    </p>
  );
}
