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
      <br />A JSON file with your attempts, every answer and its time, your first answers and your review schedule. With
      an account it also has its details, sessions, comments, votes, reports and notifications. It contains no
      solutions.
    </p>
  );
}

/** For who has no account: what this device's cookie leads to. */
export function GuestData() {
  return (
    <>
      <p className="mt-3 text-sm text-muted">
        You have no account. What you did here is linked to a cookie in this browser, not to a name. If you sign up,
        your account takes it over.
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
