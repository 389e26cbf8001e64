import { absoluteTime } from "#lib/dates/relative-age";
import type { RoleLogEntry } from "#lib/moderation/read/list-roles";
import { useWords } from "#words";

/** Who changed whose role, when and why. */
export function RoleLog({ entries }: { entries: readonly RoleLogEntry[] }) {
  const t = useWords();
  if (entries.length === 0) return <p className="mt-3 text-sm text-muted">{t("roles.none")}</p>;
  return (
    <ol className="mt-4">
      {entries.map(({ id, by, byServer, whom, before, after, reason, at }) => (
        <li key={id} className="flex flex-wrap gap-x-3 border-t border-line py-2 text-sm">
          <time dateTime={at.toISOString()} className="text-muted tabular-nums">
            {absoluteTime(t, at)}
          </time>
          <span>
            {t.rich("roles.changed", {
              b: (text) => <b className="font-semibold">{text}</b>,
              by: by ?? t(byServer ? "roles.server" : "roles.deletedAccount"),
              whom: whom ?? t("roles.deletedAccount"),
              before: t(`roles.role-${before}`),
              after: t(`roles.role-${after}`),
              reason,
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
