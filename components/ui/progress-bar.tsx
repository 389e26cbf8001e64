/** How much of a whole is done, as a bar. Decoration: the numbers stand beside it as text. */
export function ProgressBar({ part, whole }: { part: number; whole: number }) {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  return (
    <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full border border-edge bg-sheet">
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  );
}
