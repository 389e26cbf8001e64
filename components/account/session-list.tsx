import { SessionForm } from "#components/account/account-form";
import type { SessionView } from "#lib/account/read/get-account";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

interface SessionListProps {
  readonly sessions: readonly SessionView[];
  readonly hasPassword: boolean;
  readonly now: Date;
}

/** Where the account is signed in. One of the others can be chosen and ended, or all of them. */
export function SessionList({ sessions, hasPassword, now }: SessionListProps) {
  const t = useWords();
  if (sessions.every(({ isCurrent }) => isCurrent))
    return <div className="mt-3 text-sm">{sessions.map((session) => toText(t, session, now))}</div>;
  const devices = sessions.map((session) => ({
    value: session.isCurrent ? null : session.id,
    label: toText(t, session, now),
  }));
  const choices = [...devices, { value: "all", label: "Every device, this one as well" }];
  return <SessionForm choices={choices} hasPassword={hasPassword} />;
}

function toText(t: Words, { id, device, since, lastSeen, isCurrent }: SessionView, now: Date) {
  return (
    <span key={id} className="block">
      {device}
      {isCurrent ? <b className="font-semibold"> (here)</b> : null}
      <span className="block text-muted">
        Since <time dateTime={since.toISOString()}>{absoluteTime(t, since)}</time>, seen{" "}
        <time dateTime={lastSeen.toISOString()}>{relativeAge(t, lastSeen, now)}</time>
      </span>
    </span>
  );
}
