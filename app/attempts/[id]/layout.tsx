import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AttemptSession } from "#components/attempt/session";
import { getAttempt } from "#lib/attempts/queries";
import { getSyncState } from "#lib/attempts/sync-state";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** What outlasts each page of an attempt: the queue of answers, the clock, the questions brought here. */
export default async function AttemptLayout({ params, children }: Props) {
  const { id } = await params;
  const viewer = await currentViewer();
  const now = new Date();
  const attempt = await getAttempt(database(), viewer, id);
  if (attempt === null) notFound();
  const state = await getSyncState(database(), viewer, id, attempt.sitting.sequence, now);
  if (state === null) notFound();
  const { clockEndsAt, finished, committed } = state;
  return (
    <AttemptSession
      start={{ attemptId: id, serverNow: now.toISOString(), clockEndsAt, finished, committed }}
      isExam={attempt.plan.reveal === "at-end"}
      isGuest={viewer.member === null}
    >
      {children}
    </AttemptSession>
  );
}
