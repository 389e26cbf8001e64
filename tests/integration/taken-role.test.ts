import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Role } from "#lib/auth/role";
import { invite, makeInvitation, withdrawInvitation } from "#lib/auth/write/invitations";
import { setRole } from "#lib/auth/write/set-role";
import { editComment } from "#lib/discussion/write/edit-comment";
import type { Result } from "#lib/exam/result";
import { giveRole } from "#lib/moderation/write/give-role";
import { moderate, undoAct } from "#lib/moderation/write/moderate";
import { decideSuggestion } from "#lib/suggestions/write/decide-suggestion";
import { sendSuggestion } from "#lib/suggestions/write/send-suggestion";
import {
  answer,
  type MemberViewer,
  makeMember,
  makeQuestions,
  makeRegular,
  start as now,
  post,
  posted,
} from "../support/discussion-world.ts";
import { onEachDatabase } from "../support/each-database.ts";

const reason = "for this test";

onEachDatabase("a role that was taken after a request began", (database) => {
  /** A question on which a learner has commented, in a thread that somebody has locked. */
  async function scene() {
    const { db } = database;
    const name = randomUUID();
    await makeQuestions(db, name);
    const [author, other] = [await makeMember(db, "Author"), await makeRegular(db, "Other", name)];
    await answer(db, author, name);
    const commentId = await posted(db, author, name, "so be it");
    const act = { db, viewer: other, commentId, reason, now };
    await moderate({ ...act, act: "mark" });
    const actId = (await db.read.moderationAct.findFirst({ where: { commentId } }))?.id ?? "";
    await moderate({ ...act, act: "lock" });
    const suggestionId = randomUUID();
    const text = { file: "exam/q.md", before: "a", after: "b", comment: "c", createdAt: now };
    const suggestion = {
      id: suggestionId,
      questionId: name,
      revisionId: `${name}-1`,
      proposerId: author.member.userId,
    };
    await db.write((tx) => tx.suggestion.create({ data: { ...suggestion, ...text }, select: { id: true } }));
    await makeInvitation({ db, createdById: null, note: "For Ada", now });
    const tokenHash = (await db.read.invitation.findFirst({ where: {} }))?.tokenHash ?? "";
    return { db, name, author, commentId, actId, suggestionId, tokenHash };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;
  type Act = (scene: Scene, viewer: MemberViewer) => Promise<Result<unknown, string>>;

  const acts: readonly (readonly [string, Role, Act, string])[] = [
    [
      "hides a comment",
      "moderator",
      ({ db, commentId }, viewer) => moderate({ db, viewer, commentId, act: "hide", reason, now }),
      "not-a-moderator",
    ],
    [
      "takes an act back",
      "moderator",
      ({ db, actId }, viewer) => undoAct({ db, viewer, actId, now }),
      "not-a-moderator",
    ],
    [
      "gives a role",
      "administrator",
      ({ db, author }, viewer) => giveRole({ db, viewer, email: author.member.email, role: "moderator", reason, now }),
      "not-an-administrator",
    ],
    [
      "invites somebody",
      "administrator",
      ({ db }, viewer) => invite(db, viewer, "For Eve", now),
      "not-an-administrator",
    ],
    [
      "withdraws an invitation",
      "administrator",
      ({ db, tokenHash }, viewer) => withdrawInvitation(db, viewer, tokenHash, now),
      "not-an-administrator",
    ],
    [
      "decides a suggestion",
      "author",
      ({ db, suggestionId }, viewer) => decideSuggestion({ db, viewer, suggestionId, act: "accept", answer: "", now }),
      "not-an-author",
    ],
    [
      "posts where the thread is locked",
      "moderator",
      ({ db, name }, viewer) => post(db, viewer, name, "last words"),
      "locked",
    ],
  ];

  it.each(acts)("no longer %s", async (_, role, act, refusal) => {
    const made = await scene();
    const viewer = await makeMember(database.db, "Eve", { role });
    await answer(database.db, viewer, made.name);
    const { userId } = viewer.member;
    await database.db.write((tx) => setRole(tx, { userId, role: "member", actorId: null, reason, now }));
    expect(await act(made, viewer)).toEqual({ ok: false, error: refusal });
    await database.db.write((tx) => setRole(tx, { userId, role, actorId: null, reason, now }));
    expect(await act(made, viewer), "while it is theirs").toMatchObject({ ok: true });
  });

  it("no longer edits where the thread is locked", async () => {
    const { db, name } = await scene();
    const viewer = await makeRegular(db, "Eve", name);
    const commentId = await posted(db, viewer, name, "at first");
    const edit = (markdown: string) => editComment({ db, viewer, commentId, markdown, optionIds: [], now });
    const { userId } = viewer.member;
    await db.write((tx) => setRole(tx, { userId, role: "member", actorId: null, reason, now }));
    expect(await edit("then")).toEqual({ ok: false, error: "locked" });
    await db.write((tx) => setRole(tx, { userId, role: "moderator", actorId: null, reason, now }));
    expect(await edit("then")).toMatchObject({ ok: true });
  });

  it("is withheld as well while its bearer is suspended, and they suggest nothing", async () => {
    const { db, name, commentId } = await scene();
    const viewer = await makeMember(db, "Eve", { role: "administrator" });
    const suspendedUntil = new Date(now.getTime() + 60_000);
    await db.write((tx) => tx.user.update({ where: { id: viewer.member.userId }, data: { suspendedUntil } }));
    const hide = moderate({ db, viewer, commentId, act: "hide", reason, now });
    expect(await hide).toEqual({ ok: false, error: "not-a-moderator" });
    const source = { questionId: name, revisionId: `${name}-1`, file: "exam/q.md", raw: "a", order: [] };
    const checked = { source, after: "b", problems: [], hunks: "" };
    const sent = sendSuggestion({ db, viewer, checked, comment: "why not", now });
    expect(await sent).toEqual({ ok: false, error: "suspended" });
  });
});
