import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";
import { log } from "#lib/log/log";
import type { Mail } from "#lib/mail/mailer";
import type { Words } from "#lib/messages/words";
import { wordsBySettings } from "#lib/settings/read/account-words";
import { notificationSentence } from "../notification-sentence.ts";
import { pathOf, tellable } from "../read/list-notifications.ts";
import type { NotificationKind } from "./notify.ts";

const dayMs = 24 * 60 * 60 * 1000;
const mailsAtOnce = 200;
const peopleAtOnce = 200;
const linesInMail = 30;

interface DigestRound {
  readonly sent: number;
  readonly failed: number;
  /** Where the next round begins: everybody has their turn, also when many cannot be mailed. */
  readonly next: string;
}

/**
 * Sends at most one mail a day to everybody who has unread notifications that no mail announced, up to a limit at once, from the
 * person after `after` on. A mail is claimed before it is sent, so that two instances do not both send it, and given back
 * when it could not be. Returns how many went out.
 */
export async function sendDigests(request: {
  readonly db: Database;
  /** In the language of the installation, for those who have not read anything yet. */
  readonly t: Words;
  readonly send: (mail: Mail) => Promise<void>;
  readonly siteUrl: string;
  readonly after?: string;
  readonly now: Date;
}): Promise<DigestRound> {
  const { now, after: from = "" } = request;
  const yesterday = new Date(now.getTime() - dayMs);
  const isDue = { OR: [{ digestAt: null }, { digestAt: { lte: yesterday } }] };
  const count = { sent: 0, failed: 0, nothing: 0 };
  for (let after = from; ; ) {
    const people = await listDue(request.db, isDue, after);
    for (const person of people) {
      count[await mailOne(request, person, isDue)]++;
      after = person.id;
      if (count.sent + count.failed === mailsAtOnce) return { sent: count.sent, failed: count.failed, next: after };
    }
    if (people.length < peopleAtOnce) return { sent: count.sent, failed: count.failed, next: "" };
  }
}

/** In the order of their ids. What somebody has may be waiting for a disclosure: not all of them get a mail. */
function listDue(db: Database, isDue: object, after: string): Promise<readonly Person[]> {
  return db.read.user.findMany({
    where: {
      id: { gt: after },
      wantsDigest: true,
      ...isDue,
      notifications: { some: { readAt: null, mailedAt: null } },
    },
    orderBy: { id: "asc" },
    take: peopleAtOnce,
    select: {
      id: true,
      name: true,
      email: true,
      learnerId: true,
      digestAt: true,
      learner: { select: { settings: true } },
    },
  });
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly learnerId: string;
  readonly digestAt: Date | null;
  readonly learner: { readonly settings: string };
}

async function mailOne(
  { db, t: otherwise, send, siteUrl, now }: Parameters<typeof sendDigests>[0],
  person: Person,
  isDue: object,
): Promise<"sent" | "failed" | "nothing"> {
  const t = wordsBySettings(readLearnerSettings(person.learner.settings), otherwise);
  const where = { ...tellable(person.id, person.learnerId), readAt: null, mailedAt: null };
  const news = await db.read.notification.findMany({
    where,
    orderBy: { createdAt: "asc" },
    take: linesInMail,
    select: { id: true, kind: true, text: true, commentId: true, question: { select: { examSlug: true, name: true } } },
  });
  if (news.length === 0) return "nothing";
  const ids = news.map((one) => one.id);
  const claimed = await db.write(async (tx) => {
    const won = await tx.user.updateMany({ where: { id: person.id, ...isDue }, data: { digestAt: now } });
    if (won.count === 1) await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailedAt: now } });
    return won.count === 1;
  });
  if (!claimed) return "nothing";
  const lines = news.map(({ kind, text, commentId, question }) => {
    const sentence = notificationSentence(t, { kind: kind as NotificationKind, text });
    return question === null ? sentence : `${sentence}\n${siteUrl}${pathOf(question, commentId)}`;
  });
  try {
    await send({
      to: person.email,
      subject: t("notifications.mailSubject", { count: news.length }),
      text: t("notifications.mail", {
        name: person.name.replace(/\s+/g, " "),
        lines: lines.join("\n\n"),
        address: `${siteUrl}/notifications`,
      }),
    });
    return "sent";
  } catch (error) {
    await db.write(async (tx) => {
      await tx.user.update({ where: { id: person.id }, data: { digestAt: person.digestAt }, select: { id: true } });
      await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailedAt: null } });
    });
    log("warn", "digest-not-sent", { willTryAgain: true }, error);
    return "failed";
  }
}
