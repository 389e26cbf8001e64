import { Button } from "#components/ui/button";
import { endSessionsAction } from "#lib/account/actions";
import type { SessionView } from "#lib/account/read/get-account";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";

/** Where the account is signed in; each can be ended, and all at once. */
export function SessionList({ sessions, now }: { sessions: readonly SessionView[]; now: Date }) {
  return (
    <>
      <ul className="mt-3 divide-y divide-line text-sm">
        {sessions.map(({ id, device, since, lastSeen, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 py-1">
            <span className="flex-1">
              {device}
              {isCurrent ? <b className="font-semibold"> (here)</b> : null}
              <span className="block text-muted">
                Since <time dateTime={since.toISOString()}>{absoluteTime(since)}</time>, seen{" "}
                <time dateTime={lastSeen.toISOString()}>{relativeAge(lastSeen, now)}</time>
              </span>
            </span>
            <form action={endSessionsAction}>
              <input type="hidden" name="session" value={id} />
              <Button look="quiet" aria-label={`Sign out ${device}, since ${absoluteTime(since)}`}>
                Sign out
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={endSessionsAction} className="mt-3">
        <Button name="session" value="all">
          Sign out everywhere
        </Button>
      </form>
    </>
  );
}
