import Link from "next/link";
import type { DisputeRow } from "#lib/authoring/read/list-disputes";
import { absoluteTime } from "#lib/dates/relative-age";
import { verdictWords } from "#lib/exam/dispute";
import { useWords } from "#words";
import { VerdictForm, type VerdictLine } from "./verdict-form.tsx";

type DisputeListProps = { disputes: readonly DisputeRow[]; examSlug: string; line: VerdictLine | null };

/** The keys in doubt, with what speaks against them and how to settle them. */
export function DisputeList({ disputes, examSlug, line }: DisputeListProps) {
  const t = useWords();
  return (
    <section aria-label="Disputed keys" className="mt-8">
      <h2 className="text-xl font-semibold">Disputed keys</h2>
      <p className="mt-2 max-w-3xl text-sm text-muted">
        A dispute is opened by the answers of those who know, or by <code>dispute:</code> in the front matter of a
        question’s file. While it is open the question counts for nobody’s pass or fail. It ends with a verdict in the
        file, such as <code>{`dispute: { status: key-stands, reason: "Section 3 says so", day: 2026-11-29 }`}</code>, or{" "}
        <code>key-changed</code> together with the new key, or when the file is taken away.
      </p>
      {disputes.length === 0 ? (
        <p className="mt-4 text-sm">No key is in doubt.</p>
      ) : (
        <ul className="mt-4 grid gap-3 text-sm">
          {disputes.map((dispute) => (
            <li key={`${dispute.name} ${dispute.openedAt.toISOString()}`} className="border-t border-line pt-3">
              <Link
                href={`/exams/${examSlug}/questions/${dispute.name}`}
                prefetch={false}
                className="underline decoration-line underline-offset-4"
              >
                {dispute.name}
              </Link>
              <span className="text-muted"> since {absoluteTime(t, dispute.openedAt)}</span>
              <p>{causeOf(dispute)}</p>
              <p className={dispute.verdict === null ? "text-flag" : "text-muted"}>
                {dispute.verdict === null
                  ? "Open"
                  : `${verdictWords[dispute.verdict]}${dispute.verdictReason === "" ? "" : `: ${dispute.verdictReason}`}`}
              </p>
              {dispute.verdict === null ? <VerdictForm examSlug={examSlug} name={dispute.name} line={line} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function causeOf({ reason, evidence }: DisputeRow): string {
  if (evidence === null) return reason === null || reason === "" ? "" : `An author: ${reason}`;
  const times = Math.round(Math.exp(Math.min(evidence.strength, 14))).toLocaleString("en");
  return `Another option explains ${evidence.answers} answers ${times} times as well as the key.`;
}
