import type { Role } from "#lib/auth/role";
import type { Database } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { examSlug, type Learner } from "./bench-app.ts";
import { words } from "./words.ts";

/** Posts `count` comments of about 60 words. The author must have answered the question. */
export async function seedThread(db: Database, author: Learner, questionName: string, count: number): Promise<void> {
  const { viewer } = author;
  const id = viewer.member?.userId ?? "";
  const become = (role: Role) =>
    db.write((tx) => tx.user.update({ where: { id }, data: { role }, select: { id: true } }));
  // Moderators have no limits of posting.
  await become("moderator");
  for (let i = 0; i < count; i++) {
    const posted = await postComment({
      db,
      viewer,
      examSlug,
      questionName,
      requestId: `bench-comment-${i}`,
      markdown: `Comment **${i}**: ${words(`comment ${i}`, 350).replaceAll("\n", " ")}`,
      now: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000),
    });
    if (!posted.ok) throw new Error(`the comment was refused: ${posted.error}`);
  }
  await become("member");
}
