/** Beside a key that is in doubt. */
export function DisputedNote({ reason = "" }: { reason?: string }) {
  return (
    <p className="mt-3 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      <b className="font-semibold">Disputed key.</b> The authors are looking at whether the correct answer is right.
      Until they have decided, this question does not count for pass or fail.{reason === "" ? null : ` Why: ${reason}`}
    </p>
  );
}
