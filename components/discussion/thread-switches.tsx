import { muteAction } from "#lib/discussion/actions";

/** One click ends, or brings back, notifications of this thread. */
export function ThreadSwitches({ questionId, isMuted }: { questionId: string; isMuted: boolean }) {
  return (
    <form action={muteAction} className="mt-2">
      <input type="hidden" name="question" value={questionId} />
      <input type="hidden" name="mute" value={isMuted ? "no" : "yes"} />
      <button type="submit" className="min-h-11 text-sm text-muted underline underline-offset-4 hover:text-ink">
        {isMuted ? "Unmute thread" : "Mute thread"}
      </button>
    </form>
  );
}
