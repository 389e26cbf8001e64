import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { makeAdminToken } from "#lib/auth/write/admin-link";
import { makeMailToken } from "#lib/auth/write/mail-tokens";
import { makeAuthenticator } from "../authenticator.ts";
import { totp } from "../totp.ts";
import { callAction, type Fields } from "./call-action.ts";
import { sendAs } from "./request.ts";
import { type ActionName, lookAtSelf, own, type Sent, sessionsOf } from "./sent.ts";
import { hashOfPassword, password, type World } from "./world.ts";
/** Gives someone a secret for their app, and returns it. */
export async function beginFactor(cookies: Readonly<Record<string, string>>): Promise<string> {
  sendAs(cookies);
  const end = await callAction("beginFactorAction", { current: password });
  const { value } = end as { readonly value: { readonly setUp: { readonly secret: string } | null } };
  return value.setUp?.secret ?? "";
}

const site = "http://localhost";

/** The request to a device; null if it was refused. */
export async function optionsOf(action: "beginPasskeySignIn" | "beginPasskeyAction", fields: Fields) {
  const end = (await callAction(action, fields)) as { readonly value: { readonly options: unknown } };
  return end.value.options as { readonly challenge: string; readonly rp: { readonly id: string } };
}

/** Gives someone a passkey, and returns the device that holds it. */
async function addPasskey(cookies: Readonly<Record<string, string>>) {
  const device = makeAuthenticator(site);
  sendAs(cookies);
  const options = await optionsOf("beginPasskeyAction", { name: "My phone", current: password });
  await callAction("addPasskeyAction", { name: "My phone", credential: device.make(options) });
  return device;
}

/** From the second call on, looks until it sees a change: for what is done after the reply. */
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

/** What each action about signing in and accounts is sent. */
export const accountActions = {
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
    // The person begins it in their own browser; the fields are read when it is sent.
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
} satisfies Partial<Record<ActionName, (world: World) => Promise<Sent>>>;
