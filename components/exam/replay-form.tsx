import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { LinkMatch } from "#lib/attempts/read/match-link";

type ReplayFormProps = { exam: string; seed: string; timeFactor: string | null; bank: LinkMatch };

const sentences: Readonly<Record<LinkMatch, string>> = {
  same: "This link leads to one certain mock exam: the same questions with the same order of options.",
  changed: "The questions have changed since this link was made, so the exam drawn from it will not be quite the same.",
  unknown:
    "This link names one certain mock exam but not the wording of its questions: it leads to the same exam if they have not changed since it was made.",
  nobodys:
    "Nobody has sat the exam of this link, or the attempt that it was made from was erased. It leads to one certain mock exam now: everybody who opens it gets the same questions.",
};

/** The exam that a shared link names: the same questions in the same order, as long as the bank is the same. */
export function ReplayForm({ exam, seed, timeFactor, bank }: ReplayFormProps) {
  return (
    <form
      id="replay"
      action={startAttemptAction}
      className="mt-8 grid gap-4 rounded-xl border border-accent bg-accent-soft p-5 text-sm"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value="mock" />
      <input type="hidden" name="seed" value={seed} />
      {timeFactor === null ? null : <input type="hidden" name="timeFactor" value={timeFactor} />}
      <p>{sentences[bank]}</p>
      <StartButton look="primary" className="justify-self-start">
        Start this exam
      </StartButton>
    </form>
  );
}

/** In its place when a part of the link was lost on the way. */
export function DamagedLink() {
  return (
    <p id="replay" role="alert" className="mt-8 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      This link to a certain mock exam is damaged, so that exam cannot be drawn. Ask for the whole link again.
    </p>
  );
}
