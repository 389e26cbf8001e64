import type { AfterCheck } from "#lib/attempts/read/after-check";
import { absoluteTime, relativeWait } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";

/** Below a checked question: when it comes back, how hard it is, how others did. */
export function AfterCheckLine({ t, dueAt, level, firstTries, now }: AfterCheck & { t: Words; now: Date }) {
  return (
    <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted empty:hidden">
      {dueAt === null ? null : (
        <li>
          <time dateTime={dueAt.toISOString()} title={absoluteTime(t, dueAt)}>
            {dueAt <= now ? t("item.dueNow") : t("item.dueAgain", { when: relativeWait(t, dueAt, now) })}
          </time>
        </li>
      )}
      {level === null ? null : <li>{t("item.level", { level })}</li>}
      {firstTries === null ? null : <li>{t("item.firstTries", firstTries)}</li>}
    </ul>
  );
}
