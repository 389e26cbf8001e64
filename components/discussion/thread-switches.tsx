import { useWords } from "#words";
import { actsForm } from "./thread-context.ts";

/** Switches notifications of this thread off, or on again, with one click. */
export function ThreadSwitches({ questionId, isMuted }: { questionId: string; isMuted: boolean }) {
  const t = useWords();
  return (
    <button
      type="submit"
      form={actsForm}
      name="act"
      value={`${isMuted ? "unmute" : "mute"} ${questionId}`}
      className="mt-2 min-h-11 text-sm text-muted underline underline-offset-4 hover:text-ink"
    >
      {t(isMuted ? "thread.unmute" : "thread.mute")}
    </button>
  );
}
