import { Button } from "#components/ui/button";
import { digestAction } from "#lib/notifications/actions";

/** Whether an email a day says what is unread. */
export function DigestForm({ isMailed }: { isMailed: boolean }) {
  return (
    <form action={digestAction} className="mt-3 flex flex-wrap items-center gap-4 text-sm">
      <span className="text-muted">
        {isMailed
          ? "You get one email a day about unread notifications."
          : "You get no emails about unread notifications."}
      </span>
      <Button name="digest" value={isMailed ? "no" : "yes"}>
        {isMailed ? "Stop mails" : "Mail me once a day"}
      </Button>
    </form>
  );
}
