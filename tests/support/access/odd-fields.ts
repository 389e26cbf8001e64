import { randomUUID } from "node:crypto";
import type { WordKey } from "#lib/messages/words";
import { blobName } from "#lib/suggestions/git-patch";
import { makeAuthenticator } from "../authenticator.ts";
import { english } from "../in-english.ts";
import { callAction } from "./call-action.ts";
import { sendAs } from "./request.ts";
import { commentOf, exam, password, question, questionSource, suggestionOf, type World } from "./world.ts";

/** A company, with the address of an account that is asked for a code. */
interface SomeWorld extends World {
  readonly emailWithCode: string;
}

/** Where a form that was not saved leads: its fields are in the address, and shown again. */
const searchOf = (end: unknown) => new URL((end as { to: string }).to, "http://localhost").searchParams;

/** A comment of the owner, whoever sends the request. */
async function reportedComment(world: World): Promise<string> {
  const found = await world.db.read.comment.findFirst({ where: { authorId: world.owner.userId } });
  return found?.id ?? commentOf(world);
}

type Device = ReturnType<typeof makeAuthenticator>;

/** Sends a text in one field. Returns what is shown of it afterwards, and the message. */
type Field = (world: SomeWorld, text: string) => Promise<{ readonly shown: string | null; readonly said: string }>;

const state = (end: unknown) =>
  ((end as { readonly value?: unknown }).value ?? {}) as Readonly<Record<string, unknown>>;
/** Every sentence that a form shows. `refusals` is the prefix of its refusals in the catalogue. */
function saidIn(end: unknown, refusals: string): string {
  const { refusal, fields, problems } = state(end) as { refusal?: string; fields?: object; problems?: string[] };
  const write = (key: string) => english(key as WordKey, { seconds: 1, most: 1_000 });
  const wrong = [...Object.values(fields ?? {}).flat(), ...(problems ?? [])].map((code) =>
    write(`field.problem-${code}`),
  );
  return [...(refusal ? [write(`${refusals}${refusal}`)] : []), ...wrong].join(" ");
}

/** Fields that accept one kind of text, and none of these. */
export const kindFields: readonly string[] = ["address of a sign-in", "code of a sign-in", "first code of an app"];
export const oddFields: Readonly<Record<string, Field>> = {
  "display name": async ({ db, owner }, name) => {
    const said = saidIn(await callAction("renameAction", { name }), "account.refused-");
    const user = await db.read.user.findUniqueOrThrow({ where: { id: owner.userId }, select: { name: true } });
    return { shown: said === "" ? user.name : null, said };
  },
  comment: async ({ db }, markdown) => {
    const fields = { exam, question, requestId: randomUUID(), markdown };
    const end = await callAction("commentAction", fields);
    const id = state(end).done as string | null;
    const row = id === null ? null : await db.read.comment.findUnique({ where: { id } });
    return { shown: row?.markdown ?? null, said: saidIn(end, "thread.refused-") };
  },
  "note of an invitation": async ({ db }, note) => {
    const said = saidIn(await callAction("inviteAction", { note }), "invitations.refused-");
    const row = await db.read.invitation.findFirst({
      where: { createdById: { not: null } },
      orderBy: { createdAt: "desc" },
    });
    await db.write((tx) => tx.invitation.deleteMany({}));
    return { shown: said === "" ? (row?.note ?? null) : null, said };
  },
  "reason of a role": async ({ db, owner }, reason) => {
    const role =
      (await db.read.user.findUnique({ where: { id: owner.userId } }))?.role === "author" ? "member" : "author";
    const end = await callAction("giveRoleAction", { email: owner.email, role, reason });
    const rows = await db.read.roleChange.findMany({ where: { userId: owner.userId }, select: { reason: true } });
    await db.write((tx) => tx.roleChange.deleteMany({ where: { userId: owner.userId } }));
    return { shown: rows[0]?.reason ?? null, said: saidIn(end, "roles.refused-") };
  },
  "detail of a report": async (world, detail) => {
    const fields = { comment: await reportedComment(world), reason: "other", detail };
    const said = saidIn(await callAction("reportAction", fields), "thread.report-refused-");
    const row = await world.db.read.report.findFirst({ select: { detail: true } });
    await world.db.write((tx) => tx.report.deleteMany({}));
    return { shown: row?.detail ?? null, said };
  },
  "reason of an act of moderation": async (world, reason) => {
    const fields = { comment: await reportedComment(world), act: "warn", reason };
    const said = saidIn(await callAction("moderateAction", fields), "moderation.refused-");
    const row = await world.db.read.moderationAct.findFirst({ select: { reason: true } });
    await world.db.write((tx) => tx.moderationAct.deleteMany({}));
    return { shown: row?.reason ?? null, said };
  },
  "date of a plan": async (_, examDate) => {
    const end = await callAction("savePlanAction", { exam, examDate, weekdays: ["1"] });
    const [shown, problem] = ["examDate", "problem"].map((name) => searchOf(end).get(name));
    return { shown: shown ?? null, said: english(`plan.problem-${problem}` as WordKey) };
  },
  "name of a passkey": async ({ db, actor }, name) => {
    const begun = (await callAction("beginPasskeyAction", { name, current: password })) as { readonly value: object };
    const { options } = begun.value as { readonly options: Parameters<Device["make"]>[0] | null };
    if (options === null) return { shown: null, said: saidIn(begun, "account.refused-") };
    await callAction("addPasskeyAction", { name, credential: makeAuthenticator("http://localhost").make(options) });
    const row = await db.read.passkey.findFirst({ where: { userId: actor.userId ?? "" }, select: { name: true } });
    await db.write((tx) => tx.passkey.deleteMany({}));
    return { shown: row?.name ?? null, said: "" };
  },
  "password of a sign-up": async ({ db }, given) => {
    // In a separate browser: signing up where somebody is signed in ends that session.
    sendAs({});
    const email = `${randomUUID()}@example.org`;
    const end = await callAction("signUp", { name: "Ada L", email, password: given });
    const row = await db.read.account.findFirst({ where: { user: { email } }, select: { password: true } });
    // The chosen password lets in, to the letter.
    const { verifyPassword } = await import("#lib/auth/hash-password");
    const isKept = row !== null && (await verifyPassword({ hash: row.password ?? "", password: given }));
    return { shown: isKept ? given : null, said: saidIn(end, "entry.refused-") };
  },
  "code of a sign-in": async ({ db, emailWithCode }, code) => {
    sendAs({});
    await callAction("signIn", { email: emailWithCode, password });
    const said = saidIn(await callAction("signInCode", { code }), "entry.refused-");
    await db.write((tx) => tx.twoFactor.updateMany({ data: { failedVerificationCount: 0, lockedUntil: null } }));
    return { shown: null, said };
  },
  "first code of an app": async (_, code) => ({
    shown: null,
    said: saidIn(await callAction("confirmFactorAction", { code }), "account.refused-"),
  }),
  "text of a suggested edit": async (_, text) => {
    const sent = { exam, question, base: blobName(questionSource), correct: "0", intent: "check" };
    const end = await callAction("suggestAction", { ...sent, "field-explanation": text });
    const { said, texts } = state(end) as { readonly said: string; readonly texts: Record<string, string> };
    const isTaken = said === "checked" || said === "not-sendable" || said === "nothing-changed";
    return {
      shown: isTaken ? (texts.explanation ?? null) : null,
      said: english(`suggestions.said-${said}` as WordKey),
    };
  },
  "comment on a suggested edit": async ({ db }, comment) => {
    const sent = { exam, question, base: blobName(questionSource), correct: "0", intent: "send", comment };
    const end = await callAction("suggestAction", { ...sent, "field-explanation": "So it is indeed." });
    const row = await db.read.suggestion.findFirst({ where: { state: "open" }, select: { comment: true } });
    await db.write((tx) => tx.suggestion.deleteMany({}));
    return { shown: row?.comment ?? null, said: english(`suggestions.said-${state(end).said}` as WordKey) };
  },
  "answer to a suggested edit": async (world, answer) => {
    const id = await suggestionOf(world);
    const end = await callAction("decideSuggestionAction", { suggestion: id, act: "decline", answer });
    const { said } = state(end);
    const row = await world.db.read.suggestion.findUnique({ where: { id }, select: { answer: true } });
    return {
      shown: said === "decided" ? (row?.answer ?? null) : null,
      said: english(`suggestions.decided-${said}` as WordKey),
    };
  },
  "address of a sign-in": async (_, email) => ({
    shown: null,
    said: saidIn(await callAction("signIn", { email, password: "not it at all" }), "entry.refused-"),
  }),
};
