import { SessionForm } from "#components/account/account-form";
import { deviceName } from "#lib/account/device-name";
import type { SessionView } from "#lib/account/read/get-account";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

interface SessionListProps {
  readonly sessions: readonly SessionView[];
  readonly hasPassword: boolean;
  readonly now: Date;
}

/** Where the account is signed in. One of the other sessions can be chosen and ended, or all of them. */
export function SessionList({ sessions, hasPassword, now }: SessionListProps) {
  const t = useWords();
  if (sessions.every(({ isCurrent }) => isCurrent))
    return <div className="mt-3 text-sm">{sessions.map((session) => toText(t, session, now))}</div>;
  const devices = sessions.map((session) => ({
    value: session.isCurrent ? null : session.id,
    label: toText(t, session, now),
  }));
  const choices = [...devices, { value: "all", label: t("account.sessionsAll") }];
  return <SessionForm choices={choices} hasPassword={hasPassword} />;
}

function toText(t: Words, { id, device, since, lastSeen, isCurrent }: SessionView, now: Date) {
  return (
    <span key={id} className="block">
      {isCurrent
        ? t.rich("account.sessionHere", {
            device: deviceName(t, device),
            b: (text) => <b className="font-semibold">{text}</b>,
          })
        : deviceName(t, device)}
      <span className="block text-muted">
        {t.rich("account.sessionTimes", {
          since: () => <time dateTime={since.toISOString()}>{absoluteTime(t, since)}</time>,
          seen: () => <time dateTime={lastSeen.toISOString()}>{relativeAge(t, lastSeen, now)}</time>,
        })}
      </span>
    </span>
  );
}
