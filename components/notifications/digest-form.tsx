import { Button } from "#components/ui/button";
import { digestAction } from "#lib/notifications/actions";

import { useWords } from "#words";
/** Whether a daily email lists what is unread. */
export function DigestForm({ isMailed }: { isMailed: boolean }) {
  const t = useWords();
  return (
    <form action={digestAction} className="mt-3 flex flex-wrap items-center gap-4 text-sm">
      <span className="text-muted">{t(isMailed ? "notifications.mailed" : "notifications.notMailed")}</span>
      <Button name="digest" value={isMailed ? "no" : "yes"}>
        {t(isMailed ? "notifications.stop" : "notifications.start")}
      </Button>
    </form>
  );
}
