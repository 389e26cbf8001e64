import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { makeAdminToken } from "#lib/auth/write/admin-link";
import { makeInvitation } from "#lib/auth/write/invitations";
import { makeMailToken } from "#lib/auth/write/mail-tokens";
import { deleteComment } from "#lib/discussion/write/delete-comment";
import { moderate } from "#lib/moderation/write/moderate";
import { blobName } from "#lib/suggestions/git-patch";
import { makeAuthenticator } from "../authenticator.ts";
import { totp } from "../totp.ts";
import type { AccessName } from "./access-name.ts";
import { callAction, type Fields } from "./call-action.ts";
import type { Try } from "./page-cases.ts";
import { sendAs, sentCookies } from "./request.ts";
import {
  attemptOf,
  commentOf,
  exam,
  hashOfPassword,
  makePerson,
  notificationOf,
  password,
  question,
  questionSource,
  suggestionOf,
  type World,
} from "./world.ts";

export type ActionName = Exclude<AccessName, `page ${string}` | `${"GET" | "PUT"} ${string}`>;

/** What is sent, and what must look different afterwards, and only then, when it was let through. */
export interface Sent {
  readonly fields?: Fields;
  readonly look: () => Promise<unknown>;
  /** What the same browser does first. */
  readonly first?: () => Promise<unknown>;
}

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
/** Whose account it is about: that of who asks. */
const own = ({ actor }: World) => ({ id: actor.userId ?? "nobody" });
const lookAtSelf = (world: World) => () => world.db.read.user.findUnique({ where: own(world) });
const attempt = (world: World, id: string) => () =>
  world.db.read.attempt.findUnique({ where: { id }, include: { items: true } });
const lookAt = (world: World, id: string) => () => world.db.read.comment.findUnique({ where: { id } });
const sessionsOf = (world: World, userId: string) => async () =>
  (await world.db.read.session.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ id }) => id);
const lookAtAttempts = (world: World) => async () => ({
  all: await world.db.read.attempt.count(),
  answers: await world.db.read.itemEntry.count(),
});
const settingsOf = (world: World) => () => world.db.read.learner.findMany({ select: { id: true, settings: true } });
const plan = { exam, examDate: inAWeek(), weekdays: ["1", "3"], minutesPerDay: "30" };

/** Gives somebody a secret for their app, and returns it. */
export async function beginFactor(cookies: Readonly<Record<string, string>>): Promise<string> {
  sendAs(cookies);
  const end = await callAction("beginFactorAction", { current: password });
  const { value } = end as { readonly value: { readonly setUp: { readonly secret: string } | null } };
  return value.setUp?.secret ?? "";
}

const site = "http://localhost";

/** What a device is asked for; null when it was refused. */
export async function optionsOf(action: "beginPasskeySignIn" | "beginPasskeyAction", fields: Fields) {
  const end = (await callAction(action, fields)) as { readonly value: { readonly options: unknown } };
  return end.value.options as { readonly challenge: string; readonly rp: { readonly id: string } };
}

/** Gives somebody a passkey, and returns the device that holds it. */
async function addPasskey(cookies: Readonly<Record<string, string>>) {
  const device = makeAuthenticator(site);
  sendAs(cookies);
  const options = await optionsOf("beginPasskeyAction", { name: "My phone", current: password });
  await callAction("addPasskeyAction", { name: "My phone", credential: device.make(options) });
  return device;
}

/** Looks, the second time, until it sees something else: for what is done after the reply. */
function afterAWhile(look: () => Promise<unknown>): () => Promise<unknown> {
  let first: Promise<unknown> | undefined;
  return async () => {
    if (first === undefined) {
      first = look();
      return first;
    }
    const before = await first;
    return expect.poll(look, { timeout: 10_000 }).not.toEqual(before).then(look);
  };
}

function inAWeek(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** What each action of the table is sent; what it is about belongs to the owner. */
export const sentTo: Readonly<Record<ActionName, (world: World) => Promise<Sent>>> = {
  signUp: async ({ db }) => ({
    fields: {
      name: `New ${randomUUID().slice(0, 8)}`,
      email: `${randomUUID()}@example.org`,
      password: "three words apart",
    },
    look: afterAWhile(() => db.read.mailToken.count({ where: { purpose: "sign-up" } })),
  }),
  confirmSignUpAction: async ({ db }) => {
    const email = `${randomUUID()}@example.org`;
    const kept = { name: `New ${randomUUID().slice(0, 8)}`, passwordHash: await hashOfPassword(), returnTo: "/" };
    const token = await makeMailToken(db, { purpose: "sign-up", email, userId: null, kept }, new Date());
    return { fields: { token, password }, look: () => db.read.user.count() };
  },
  requestResetAction: async ({ db, owner }) => ({
    fields: { email: owner.email },
    look: afterAWhile(() => db.read.mailToken.count({ where: { userId: owner.userId } })),
  }),
  resetPasswordAction: async (world) => {
    const { email, userId } = world.owner;
    const token = await makeMailToken(world.db, { purpose: "reset", email, userId }, new Date());
    return { fields: { token, next: "other words, far apart" }, look: sessionsOf(world, userId) };
  },
  confirmAddressAction: async (world) => {
    const { userId } = world.owner;
    const email = `${randomUUID()}@example.org`;
    const token = await makeMailToken(world.db, { purpose: "address", email, userId }, new Date());
    return { fields: { token }, look: () => world.db.read.user.findUnique({ where: { id: userId } }) };
  },
  changeAddressAction: async ({ db }) => ({
    fields: { email: `${randomUUID()}@example.org`, current: password },
    look: () => db.read.limitWindow.findMany({ where: { key: { startsWith: "password-" } } }),
  }),
  signIn: async (world) => ({
    fields: { email: world.owner.email, password },
    look: sessionsOf(world, world.owner.userId),
  }),
  signInCode: async (world) => {
    const { email, userId, cookies } = world.owner;
    const secret = await beginFactor(cookies);
    await callAction("confirmFactorAction", { code: totp(secret) });
    return {
      first: () => callAction("signIn", { email, password }),
      fields: { code: totp(secret) },
      look: sessionsOf(world, userId),
    };
  },
  beginFactorAction: async (world) => ({
    fields: { current: password },
    look: () => world.db.read.twoFactor.count({ where: { userId: world.actor.userId ?? "nobody" } }),
  }),
  confirmFactorAction: async (world) => {
    const secret = world.actor.userId === null ? "" : await beginFactor(world.actor.cookies);
    return { fields: { code: totp(secret) }, look: lookAtSelf(world) };
  },
  endFactorAction: async (world) => {
    await world.db.write((tx) => tx.user.updateMany({ where: own(world), data: { twoFactorEnabled: true } }));
    return { fields: { current: password }, look: lookAtSelf(world) };
  },
  beginPasskeySignIn: async ({ db }) => ({ look: () => db.read.verification.count() }),
  signInByPasskey: async (world) => {
    const { cookies, userId } = world.owner;
    const device = await addPasskey(cookies);
    // Who asks begins it in their own browser; the fields are read when it is sent.
    const fields: Record<string, string> = {};
    const first = async () => {
      fields.credential = device.use(await optionsOf("beginPasskeySignIn", {}));
    };
    return { first, fields, look: sessionsOf(world, userId) };
  },
  beginPasskeyAction: async ({ db }) => ({
    fields: { name: "My phone", current: password },
    look: () => db.read.verification.count(),
  }),
  addPasskeyAction: async (world) => {
    const fields: Record<string, string> = { name: "My phone" };
    const first = async () => {
      const options = await optionsOf("beginPasskeyAction", { name: "My phone", current: password });
      if (options !== null) fields.credential = makeAuthenticator(site).make(options);
    };
    return { first, fields, look: () => world.db.read.passkey.count() };
  },
  removePasskeyAction: async ({ db, owner }) => {
    await addPasskey(owner.cookies);
    const passkey = (await db.read.passkey.findFirst({ where: { userId: owner.userId } }))?.id ?? "";
    return { fields: { passkey, current: password }, look: () => db.read.passkey.count() };
  },
  signOut: async (world) => ({ look: sessionsOf(world, world.actor.userId ?? "nobody") }),
  becomeAdministrator: async (world) => {
    await world.db.write((tx) => tx.user.updateMany({ where: { role: "administrator" }, data: { role: "member" } }));
    const token = (await makeAdminToken(world.db, new Date())) ?? "";
    return { fields: { token }, look: () => world.db.read.user.count({ where: { role: "administrator" } }) };
  },
  renameAction: async (world) => ({ fields: { name: `Renamed ${randomUUID().slice(0, 8)}` }, look: lookAtSelf(world) }),
  changePasswordAction: async (world) => ({
    fields: { current: password, next: "other words, far apart" },
    look: () => world.db.read.account.findMany({ where: { userId: world.actor.userId ?? "nobody" } }),
  }),
  endSessionsAction: async (world) => ({
    fields: { session: world.owner.sessionId, current: password },
    look: sessionsOf(world, world.owner.userId),
  }),
  deleteAccountAction: async (world) => ({ fields: { current: password, comments: "keep" }, look: lookAtSelf(world) }),
  deleteGuestAction: async (world) => ({
    look: () => world.db.read.learner.count({ where: { id: world.actor.learnerId ?? "nobody" } }),
  }),
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
    fields: { intent: "preview", markdown: "Some **text**" },
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
  saveSettingsAction: async () => ({ fields: { theme: "dark", text: "1", zone: "" }, look: async () => sentCookies() }),
};

/** Gives the owner these settings, and looks at them. */
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
