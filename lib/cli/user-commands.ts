import { randomBytes } from "node:crypto";
import { type Role, roles } from "#lib/auth/role";
import { invitationPath, makeInvitation } from "#lib/auth/write/invitations";
import { setPassword } from "#lib/auth/write/set-password";
import { setRole as setRoleOf } from "#lib/auth/write/set-role";
import { database } from "#lib/db/current";
import type { Database } from "#lib/db/database";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { pseudonym } from "#lib/events/pseudonym";
import { CommandRefused } from "./end-with.ts";

/** Prints every account, oldest first. */
export function listUsers(): Promise<void> {
  return tell(async (db) => {
    const select = { email: true, name: true, role: true, createdAt: true } as const;
    const users = await db.read.user.findMany({ select, orderBy: { createdAt: "asc" } });
    const lines = users.map(({ email, name, role, createdAt }) => {
      return `${createdAt.toISOString().slice(0, 10)}  ${role.padEnd(13)}  ${email}  ${name}`;
    });
    return [...lines, `${users.length} ${users.length === 1 ? "account" : "accounts"}`].join("\n");
  });
}

/** Gives an account a role, which holds at once. */
export function setRole(email: string, name: string): Promise<void> {
  const role = roles.find((known): known is Role => known === name);
  if (role === undefined) throw new CommandRefused(`there is no role ${name}: choose ${roles.join(", ")}`);
  return tell(async (db) => {
    const { id } = await findUser(db, email);
    const change = { userId: id, role, actorId: null, reason: "by a command on the server", now: new Date() };
    await db.write((tx) => setRoleOf(tx, change));
    return `${email} is now ${role}`;
  });
}

/** Sets a new random password, prints it once, and ends the account's sessions. */
export function resetPassword(email: string): Promise<void> {
  return tell(async (db) => {
    const { id } = await findUser(db, email);
    const password = randomBytes(12).toString("base64url");
    // It takes half a second to load.
    const { hashPassword } = await import("#lib/auth/hash-password");
    const hash = await hashPassword(password);
    await db.write(async (tx) => {
      await setPassword(tx, id, hash, new Date());
      await tx.session.deleteMany({ where: { userId: id } });
    });
    return `The new password of ${email} is ${password}`;
  });
}

/** Prints what `work` has to tell, and lets go of the database also when it refuses: PostgreSQL's pool keeps a process ten seconds. */
async function tell(work: (db: Database) => Promise<string>): Promise<void> {
  const db = database();
  try {
    process.stdout.write(`${await work(db)}\n`);
  } finally {
    await db.close();
  }
}

async function findUser(db: Database, email: string): Promise<{ readonly id: string }> {
  const found = await db.read.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  if (found === null)
    throw new CommandRefused(
      `there is no account with the address ${email}: npm run admin -- user list shows them all`,
    );
  return found;
}

/** Ends the sessions of an account, or all that there are. */
export function signOutUser(email: string | undefined, everybody: boolean): Promise<void> {
  if (everybody === (email !== undefined))
    throw new CommandRefused("name one account, or --everybody: npm run admin -- user sign-out <email>");
  return tell(async (db) => {
    const where = email === undefined ? {} : { userId: (await findUser(db, email)).id };
    const { count } = await db.write((tx) => tx.session.deleteMany({ where }));
    return `${count} ${count === 1 ? "session has" : "sessions have"} ended`;
  });
}

/** Forgets the authenticator app and the passkeys of an account whose owner has lost them and the recovery codes, and ends the account's sessions. */
export function resetSecondFactor(email: string): Promise<void> {
  return tell(async (db) => {
    const { id } = await findUser(db, email);
    await db.write(async (tx) => {
      const data = { twoFactorEnabled: false, updatedAt: new Date() };
      await tx.user.update({ where: { id }, data, select: { id: true } });
      await tx.twoFactor.deleteMany({ where: { userId: id } });
      await tx.passkey.deleteMany({ where: { userId: id } });
      await tx.session.deleteMany({ where: { userId: id } });
    });
    return `${email} now signs in with only the password. Its sessions have ended`;
  });
}

/** Makes an invitation and prints its link once. */
export function inviteUser(note: string): Promise<void> {
  return tell(async (db) => {
    const token = await makeInvitation({ db, createdById: null, note, now: new Date() });
    const { REGISTRATION } = environment();
    const remark =
      REGISTRATION === "invitation"
        ? ""
        : `\nREGISTRATION is ${REGISTRATION}: the link works only when it is invitation`;
    return `This link lets one person create an account within a week:\n${siteUrl(environment())}${invitationPath(token)}${remark}`;
  });
}

/** Prints print the names that the log uses for an account and its address. An address without an account has a pseudonym as well: somebody may have tried it. */
export function traceUser(email: string): Promise<void> {
  return tell(async (db) => {
    const secret = authSecret(environment());
    const user = await db.read.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
    const account = user === null ? "none" : pseudonym("account", user.id, secret);
    return `address  ${pseudonym("address", email, secret)}\nactor    ${account}`;
  });
}
