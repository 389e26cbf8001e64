import { randomUUID } from "node:crypto";
import { makeInvitation } from "#lib/auth/write/invitations";
import { deleteComment } from "#lib/discussion/write/delete-comment";
import { moderate } from "#lib/moderation/write/moderate";
import { blobName } from "#lib/suggestions/git-patch";
import { accountActions } from "./account-actions.ts";
import { callAction } from "./call-action.ts";
import type { Try } from "./page-cases.ts";
import { sentCookies } from "./request.ts";
import { type ActionName, attempt, lookAt, lookAtAttempts, lookAtSelf, type Sent, settingsOf } from "./sent.ts";
import {
  attemptOf,
  commentOf,
  exam,
  makePerson,
  notificationOf,
  question,
  questionSource,
  suggestionOf,
  type World,
} from "./world.ts";

const post = async ({ db, questionId }: World): Promise<Sent> => ({
  fields: { exam, question, requestId: randomUUID(), markdown: `Said by ${randomUUID()}` },
  look: () => db.read.comment.count({ where: { questionId } }),
});
const suggest = async ({ db, questionId }: World): Promise<Sent> => {
  const source = { file: `${exam}/${question}.md`, source: questionSource };
  await db.write((tx) => tx.revision.updateMany({ where: { questionId }, data: source }));
  const fields = { exam, question, base: blobName(questionSource), correct: "0", comment: "Clearer", intent: "send" };
  return {
    fields: { ...fields, "field-stem": `Which one, ${randomUUID()}?` },
    look: () => db.read.suggestion.count({ where: { questionId } }),
  };
};
const plan = { exam, examDate: inAWeek(), weekdays: ["1", "3"], minutesPerDay: "30" };

function inAWeek(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** What each action of the table is sent; everything it concerns belongs to the owner. */
export const sentTo: Readonly<Record<ActionName, (world: World) => Promise<Sent>>> = {
  ...accountActions,
  startAttemptAction: async (world) => ({ fields: { exam, mode: "study" }, look: lookAtAttempts(world) }),
  itemAction: async (world) => {
    const id = await attemptOf(world, "study");
    return {
      fields: { attempt: id, position: "1", button: "dont-know", intent: "dont-know" },
      look: attempt(world, id),
    };
  },
  answerQuestionAction: async (world) => ({
    fields: { exam, question: "q7", kind: "single", option: "q7-one", answer: "q7-one" },
    look: lookAtAttempts(world),
  }),
  submitAttemptAction: async (world) => {
    const id = await attemptOf(world, "mock");
    return { fields: { attempt: id }, look: attempt(world, id) };
  },
  discardAttemptAction: async (world) => {
    const id = await attemptOf(world, "mock");
    return { fields: { attempt: id }, look: attempt(world, id) };
  },
  closeSectionAction: async (world) => {
    const id = await attemptOf(world, "mock");
    return { fields: { attempt: id, section: "0" }, look: attempt(world, id) };
  },
  "commentAction post": post,
  "commentAction post unanswered": post,
  "commentAction edit": async (world) => {
    const id = await commentOf(world);
    return { fields: { edited: id, markdown: `Edited ${randomUUID()}` }, look: lookAt(world, id) };
  },
  "commentAction preview": async ({ db }) => ({
    fields: { exam, question, intent: "preview", markdown: "Some **text**" },
    look: async () => (await db.read.limitWindow.findMany({ where: { key: { startsWith: "preview-" } } })).map(String),
  }),
  "threadAction vote": async (world) => {
    const id = await commentOf(world);
    return { fields: { act: `upvote ${id}` }, look: () => world.db.read.ballot.count({ where: { commentId: id } }) };
  },
  "threadAction delete": async (world) => {
    const id = await commentOf(world);
    return { fields: { act: `delete ${id}` }, look: lookAt(world, id) };
  },
  "threadAction undelete": async (world) => {
    const id = await commentOf(world);
    await deleteComment({ db: world.db, viewer: world.owner.viewer, commentId: id, now: new Date() });
    return { fields: { act: `undelete ${id}` }, look: lookAt(world, id) };
  },
  "threadAction mute": async (world) => ({
    fields: { act: `mute ${world.questionId}` },
    look: () => world.db.read.threadMute.count(),
  }),
  reportAction: async (world) => ({
    fields: { comment: await commentOf(world), reason: "spam", detail: "" },
    look: () => world.db.read.report.count(),
  }),
  suggestAction: suggest,
  "suggestAction unanswered": suggest,
  decideSuggestionAction: async (world) => {
    const id = await suggestionOf(world);
    return {
      fields: { suggestion: id, act: "accept", answer: "" },
      look: () => world.db.read.suggestion.findUnique({ where: { id } }),
    };
  },
  moderateAction: async (world) => {
    const id = await commentOf(world);
    return { fields: { comment: id, act: "hide", reason: "for this test" }, look: lookAt(world, id) };
  },
  undoActAction: async (world) => {
    const id = await commentOf(world);
    const { db } = world;
    const { viewer } = await db.write((tx) => makePerson(tx, "moderator"));
    await moderate({ db, viewer, commentId: id, act: "hide", reason: "for this test", now: new Date() });
    const act = await db.read.moderationAct.findFirst({ where: { commentId: id } });
    return { fields: { id: act?.id ?? "" }, look: lookAt(world, id) };
  },
  giveRoleAction: async (world) => {
    const { email, userId } = world.owner;
    return {
      fields: { email, role: "author", reason: "for this test" },
      look: () => world.db.read.user.findUnique({ where: { id: userId }, select: { role: true } }),
    };
  },
  inviteAction: async (world) => ({
    fields: { note: "For Ada" },
    look: () => world.db.read.invitation.count(),
  }),
  withdrawInvitationAction: async ({ db }) => {
    await makeInvitation({ db, createdById: null, note: "For Ada", now: new Date() });
    const invitation = (await db.read.invitation.findFirst({ where: {} }))?.tokenHash ?? "";
    return { fields: { invitation }, look: () => db.read.invitation.count() };
  },
  markAllReadAction: async (world) => {
    const id = await notificationOf(world);
    return { look: () => world.db.read.notification.findUnique({ where: { id } }) };
  },
  digestAction: async (world) => ({ fields: { digest: "no" }, look: lookAtSelf(world) }),
  savePlanAction: async (world) => ({ fields: plan, look: settingsOf(world) }),
  deletePlanAction: async (world) => {
    const settings = { timeZone: "Europe/Paris", plans: { [exam]: { examDate: "2030-01-01" } } };
    return { fields: { exam }, look: await withSettings(world, settings) };
  },
  newCalendarAction: async (world) => ({ look: settingsOf(world) }),
  reportOutcomeAction: async (world) => {
    const plan = { examDate: "2026-01-01", weekdays: [1], minutesPerDay: 30 };
    const look = await withSettings(world, { plans: { [exam]: plan } });
    return { fields: { exam, outcome: "passed", score: "78" }, look };
  },
  deleteOutcomeAction: async (world) => {
    const reported = { examDate: "2026-01-01", passed: true, score: null, forecast: null };
    return {
      fields: { exam, date: "2026-01-01" },
      look: await withSettings(world, { outcomes: { [exam]: [reported] } }),
    };
  },
  sortThreadAction: async () => ({ fields: { sort: "newest", path: "/" }, look: async () => sentCookies() }),
  saveSettingsAction: async () => ({ fields: { theme: "dark", text: "1", zone: "" }, look: async () => sentCookies() }),
};

/** Gives the owner these settings, and reads them. */
async function withSettings(world: World, settings: object) {
  const { learnerId: id } = world.owner;
  await world.db.write((tx) => tx.learner.update({ where: { id }, data: { settings: JSON.stringify(settings) } }));
  return () => world.db.read.learner.findUnique({ where: { id } });
}

/** How each action of the table is tried. */
export const actionCases = Object.fromEntries(
  Object.entries(sentTo).map(([name, make]) => [
    name,
    async (world: World): Promise<Try> => {
      const { fields = {}, look, first } = await make(world);
      return async () => {
        await first?.();
        const before = JSON.stringify(await look(), printed);
        await callAction(name.split(" ")[0] ?? "", fields);
        return JSON.stringify(await look(), printed) !== before;
      };
    },
  ]),
) as Readonly<Record<ActionName, (world: World) => Promise<Try>>>;

/** JSON has no whole numbers of 64 bits. */
function printed(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
