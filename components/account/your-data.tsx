import { Button } from "#components/ui/button";
import { deleteGuestAction } from "#lib/account/actions";

/** The way to a copy of everything that is kept. */
export function DownloadLink() {
  return (
    <p className="mt-3 text-sm text-muted">
      <a
        href="/account/data"
        download="mockdown-data.json"
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        Download your data
      </a>
      <br />
      One file of JSON: attempts with every answer and when it was given, first answers, the review schedule, and with
      an account also its details, sessions, comments, votes, reports and notifications. Keys are not in it.
    </p>
  );
}

/** For who has no account: what this device's cookie leads to. */
export function GuestData() {
  return (
    <>
      <p className="mt-3 text-sm text-muted">
        You have no account. What you did here is kept under a cookie of this browser, which nobody can link to a name.
        With an account it comes along.
      </p>
      <DownloadLink />
      <form action={deleteGuestAction} className="mt-4 grid gap-3 border-t border-line pt-4 text-sm">
        <label className="flex min-h-11 items-center gap-2.5">
          <input type="checkbox" required className="size-4.5 accent-accent" />
          Delete every attempt made in this browser. This cannot be undone.
        </label>
        <Button className="justify-self-start">Delete my attempts</Button>
      </form>
    </>
  );
}
