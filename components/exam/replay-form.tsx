import { StartButton } from "#components/ui/start-button";
import type { LinkMatch } from "#lib/attempts/read/match-link";
import type { WordKey } from "#lib/messages/words";
import { useWords } from "#words";

type ReplayFormProps = { exam: string; seed: string; timeFactor: string | null; bank: LinkMatch };

const sentences = {
  same: "exam.linkSame",
  changed: "exam.linkChanged",
  unknown: "exam.linkUnknown",
  nobodys: "exam.linkNobodys",
} as const satisfies Record<LinkMatch, WordKey>;

/** The exam that a shared link names: the same questions in the same order, unless the bank has changed. */
export function ReplayForm({ exam, seed, timeFactor, bank }: ReplayFormProps) {
  const t = useWords();
  return (
    <form
      id="replay"
      action={`/exams/${exam}/mock`}
      className="mt-8 grid gap-4 rounded-xl border border-accent bg-accent-soft p-5 text-sm"
    >
      <input type="hidden" name="seed" value={seed} />
      {timeFactor === null ? null : <input type="hidden" name="timeFactor" value={timeFactor} />}
      <p>{t(sentences[bank])}</p>
      <StartButton look="primary" className="justify-self-start" slowWords={t("start.waiting")}>
        {t("exam.linkStart")}
      </StartButton>
    </form>
  );
}

/** Shown instead if part of the link was lost. */
export function DamagedLink() {
  const t = useWords();
  return (
    <p id="replay" role="alert" className="mt-8 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      {t("exam.linkDamaged")}
    </p>
  );
}
