import { Button } from "#components/ui/button";
import { digestAction } from "#lib/notifications/actions";

/** Whether a mail a day tells what is unread. */
export function DigestForm({ isMailed }: { isMailed: boolean }) {
  return (
    <form action={digestAction} className="mt-3 flex flex-wrap items-center gap-4 text-sm">
      <span className="text-muted">
        {isMailed ? "You get a mail a day about what is unread here." : "You get no mail about what is unread here."}
      </span>
      <Button name="digest" value={isMailed ? "no" : "yes"}>
        {isMailed ? "Stop mails" : "Mail me once a day"}
      </Button>
    </form>
  );
}
