import Link from "next/link";
import { FocusSection } from "#components/focus-section";
import { ActForm } from "#components/moderation/act-form";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import { printMarks } from "#lib/discussion/letter-marks";
import { reportReasons } from "#lib/discussion/schema";
import type { Words } from "#lib/messages/words";
import type { ReportedComment } from "#lib/moderation/read/list-reports";
import { useWords } from "#words";

type ReportedCommentCardProps = {
  comment: ReportedComment;
  /** A form that its writer could not send, see lib/auth/unsent-form.ts. */
  unsent: FormData | null;
  now: Date;
};

/** A comment with what it answers, who reported it and why, and what can be done. */
export function ReportedCommentCard({ comment, unsent, now }: ReportedCommentCardProps) {
  const t = useWords();
  const nameOf = (name: string | null) => name ?? t("moderation.deletedAccount");
  const { commentId, author, state, createdAt, parent, html, reports, suspendedUntil, possible } = comment;
  const { questionName, questionPath } = comment;
  const isSuspended = suspendedUntil !== null && suspendedUntil > now;
  return (
    <FocusSection
      label={t("moderation.commentBy", { author: nameOf(author) })}
      className="rounded-xl border border-line bg-sheet p-5 lg:grid lg:grid-cols-2 lg:gap-x-8"
    >
      <div className="min-w-0">
        <p className="mb-1 text-sm font-semibold">
          <Link href={questionPath} prefetch={false} className="underline underline-offset-4">
            {questionName}
          </Link>
        </p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <b className="font-semibold">{nameOf(author)}</b>
          <time dateTime={createdAt.toISOString()} title={absoluteTime(t, createdAt)} className="text-muted">
            {relativeAge(t, createdAt, now)}
          </time>
          {state === "hidden" || state === "deleted" ? (
            <span className="text-flag">{t(`moderation.state-${state}`)}</span>
          ) : null}
          {isSuspended ? (
            <span className="text-flag">
              {t("moderation.suspendedUntil", { time: absoluteTime(t, suspendedUntil) })}
            </span>
          ) : null}
          <Link
            href={`${questionPath}?comment=${commentId}#comment-${commentId}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            {t("moderation.inDiscussion")}
          </Link>
        </p>
        {html === null ? (
          <p className="mt-2 text-sm text-muted">{t("moderation.answerFirst")}</p>
        ) : (
          <>
            {parent === null ? null : (
              <blockquote className="mt-3 border-s-2 border-line ps-3 text-sm text-muted">
                <b className="font-semibold">{nameOf(parent.author)}</b>
                <div
                  className="prose"
                  dangerouslySetInnerHTML={{ __html: printMarks(t, parent.html, parent.letters) }}
                />
              </blockquote>
            )}
            <div className="prose mt-3" dangerouslySetInnerHTML={{ __html: printMarks(t, html, comment.letters) }} />
          </>
        )}
        <ul className="mt-3 text-sm">
          {reports.map((report) => (
            <li key={`${report.by} ${report.at.toISOString()}`}>
              {t.rich("moderation.reportedBy", {
                b: () => <b className="font-semibold">{nameOf(report.by)}</b>,
                reason: reasonOf(t, report.reason),
                hasDetail: report.detail === "" ? "no" : "yes",
                detail: report.detail,
              })}
            </li>
          ))}
        </ul>
      </div>
      <ActForm
        commentId={commentId}
        possible={possible}
        unsent={
          unsent?.get("comment") === commentId
            ? { days: String(unsent.get("days") ?? "7"), reason: String(unsent.get("reason") ?? "") }
            : null
        }
      />
    </FocusSection>
  );
}

function reasonOf(t: Words, reason: string): string {
  const known = reportReasons.find((each) => each === reason);
  return known === undefined ? reason : t(`thread.reason-${known}`);
}
