/** Beside a field that is being written in: what came from another tab or device meanwhile. */
export function ChangedElsewhere({ text }: { text: string }) {
  return (
    <p aria-live="polite" className="mt-1 text-sm break-words whitespace-pre-wrap text-flag">
      Changed on another device to “{text}”. That counts, unless you go on writing here.
    </p>
  );
}
