import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AttemptSession } from "#components/attempt/session";
import { GiveWords } from "#components/give-words";
import { currentAttempt } from "#lib/attempts/read/current-attempt";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { clockEnd } from "#lib/exam/attempt";
import { currentWordsOf } from "#lib/settings/read/current-words";
import { MissingAttempt } from "./missing-attempt.tsx";

/** Only its learner can open it, so it has no metadata for sharing. */
export const metadata: Metadata = { openGraph: null, twitter: null };

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Everything that outlasts each page of an attempt: the queue of answers, the clock, the downloaded questions. */
export default async function AttemptLayout({ params, children }: Props) {
  const { id } = await params;
  const viewer = await currentViewer();
  const now = examTime();
  const attempt = await currentAttempt(id);
  if (attempt === null) return <MissingAttempt />;
  const { sitting, finishedAt, committed } = attempt;
  const clockEndsAt = clockEnd(sitting, now)?.toISOString() ?? null;
  return (
    <GiveWords words={await currentWordsOf("saving", "trouble", "kept")}>
      <AttemptSession
        start={{ attemptId: id, serverNow: now.toISOString(), clockEndsAt, finished: finishedAt !== null, committed }}
        isExam={attempt.plan.reveal === "at-end"}
        isGuest={viewer.member === null}
      >
        {children}
      </AttemptSession>
    </GiveWords>
  );
}
