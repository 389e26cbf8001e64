import { absoluteTime } from "#lib/dates/relative-age";
import type { RoleLogEntry } from "#lib/moderation/read/list-roles";
import { useWords } from "#words";

/** Who changed whose role, when and why. */
export function RoleLog({ entries }: { entries: readonly RoleLogEntry[] }) {
  const t = useWords();
  if (entries.length === 0) return <p className="mt-3 text-sm text-muted">No role was changed yet.</p>;
  return (
    <ol className="mt-4">
      {entries.map(({ id, by, whom, before, after, reason, at }) => (
        <li key={id} className="flex flex-wrap gap-x-3 border-t border-line py-2 text-sm">
          <time dateTime={at.toISOString()} className="text-muted tabular-nums">
            {absoluteTime(t, at)}
          </time>
          <span>
            <b className="font-semibold">{by ?? "The server"}</b> changed {whom} from {before} to {after}: “{reason}”
          </span>
        </li>
      ))}
    </ol>
  );
}
