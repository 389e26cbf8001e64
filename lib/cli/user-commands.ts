import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { roles } from "#lib/auth/role";
import { database } from "#lib/db/current";
import { CommandRefused } from "./end-with.ts";

/** Prints every account, oldest first. */
export async function listUsers(): Promise<void> {
  const select = { email: true, name: true, role: true, createdAt: true } as const;
  const users = await database().read.user.findMany({ select, orderBy: { createdAt: "asc" } });
  for (const { email, name, role, createdAt } of users) {
    process.stdout.write(`${createdAt.toISOString().slice(0, 10)}  ${role.padEnd(13)}  ${email}  ${name}\n`);
  }
  process.stdout.write(`${users.length} ${users.length === 1 ? "account" : "accounts"}\n`);
  await database().close();
}

/** Gives an account a role. */
export async function setRole(email: string, role: string): Promise<void> {
  if (!roles.some((known) => known === role))
    throw new CommandRefused(`there is no role ${role}: choose ${roles.join(", ")}`);
  const { id } = await findUser(email);
  await database().write((tx) =>
    tx.user.update({ where: { id }, data: { role, updatedAt: new Date() }, select: { id: true } }),
  );
  process.stdout.write(`${email} is now ${role}\n`);
  await database().close();
}

/** Sets a new random password, prints it once, and ends the account's sessions. */
export async function resetPassword(email: string): Promise<void> {
  const { id } = await findUser(email);
  const password = randomBytes(12).toString("base64url");
  const hash = await hashPassword(password);
  await database().write(async (tx) => {
    await tx.account.updateMany({
      where: { userId: id, providerId: "credential" },
      data: { password: hash, updatedAt: new Date() },
    });
    await tx.session.deleteMany({ where: { userId: id } });
  });
  process.stdout.write(`The new password of ${email} is ${password}\n`);
  await database().close();
}

async function findUser(email: string): Promise<{ readonly id: string }> {
  const found = await database().read.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  if (found === null)
    throw new CommandRefused(
      `there is no account with the address ${email}: npm run admin -- user list shows them all`,
    );
  return found;
}
