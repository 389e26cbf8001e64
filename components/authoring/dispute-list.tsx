import Link from "next/link";
import type { DisputeRow } from "#lib/authoring/read/list-disputes";
import { absoluteTime } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";
import { VerdictForm, type VerdictLine } from "./verdict-form.tsx";

type DisputeListProps = { disputes: readonly DisputeRow[]; examSlug: string; line: VerdictLine | null };

const verdictExample = 'dispute: { status: key-stands, reason: "Section 3 says so", day: 2026-11-29 }';

/** The disputed keys, with the evidence against them and how to settle them. */
export function DisputeList({ disputes, examSlug, line }: DisputeListProps) {
  const t = useWords();
  return (
    <section aria-label={t("statistics.disputes")} className="mt-8">
      <h2 className="text-xl font-semibold">{t("statistics.disputes")}</h2>
      <p className="mt-2 max-w-3xl text-sm text-muted">
        {t.rich("statistics.disputesAbout", { code: (text) => <code>{text}</code>, example: verdictExample })}
      </p>
      {disputes.length === 0 ? (
        <p className="mt-4 text-sm">{t("statistics.noDisputes")}</p>
      ) : (
        <ul className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-3 text-sm">
          {disputes.map((dispute) => (
            <li key={`${dispute.name} ${dispute.openedAt.toISOString()}`} className="border-t border-line pt-3">
              <Link
                href={`/exams/${examSlug}/questions/${dispute.name}`}
                prefetch={false}
                className="underline decoration-line underline-offset-4"
              >
                {dispute.name}
              </Link>
              <span className="text-muted"> {t("statistics.since", { time: absoluteTime(t, dispute.openedAt) })}</span>
              <p>{causeOf(t, dispute)}</p>
              <p className={dispute.verdict === null ? "text-flag" : "text-muted"}>{stateOf(t, dispute)}</p>
              {dispute.verdict === null ? <VerdictForm examSlug={examSlug} name={dispute.name} line={line} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function stateOf(t: Words, { verdict, verdictReason: reason }: DisputeRow): string {
  if (verdict === null) return t("statistics.open");
  const words = t(`statistics.verdict-${verdict}`);
  return reason === "" ? words : t("statistics.verdictWhy", { verdict: words, reason });
}

function causeOf(t: Words, { reason, evidence }: DisputeRow): string {
  if (evidence === null) return reason === null || reason === "" ? "" : t("statistics.byAuthor", { reason });
  const times = Math.round(Math.exp(Math.min(evidence.strength, 14)));
  return t("statistics.evidence", { answers: evidence.answers, times });
}
