import type { Metadata } from "next";
import { RoleForm } from "#components/moderation/role-form";
import { RoleLog } from "#components/moderation/role-log";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { refuseAccess } from "#lib/auth/read/refuse-access";
import { database } from "#lib/db/current";
import { listRoles } from "#lib/moderation/read/list-roles";

export const metadata: Metadata = { title: "Roles", robots: { index: false } };

/** Who has a role; where an administrator gives and takes them. */
export default async function RolesPage() {
  const viewer = await currentViewer();
  const roles = await listRoles(database(), viewer);
  if (roles === null) return refuseAccess(viewer, "roles");
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Roles</h1>
      <p className="mt-3 max-w-2xl text-sm text-muted">
        An author sees the item statistics. A moderator also decides about comments and suspends accounts. An
        administrator also gives roles. A role holds at once, and rests while its bearer is suspended.
      </p>
      <h2 className="mt-8 text-xl font-semibold">Who has a role</h2>
      <ul className="mt-4">
        {roles.bearers.map(({ name, email, role, suspendedUntil }) => (
          <li key={email} className="flex flex-wrap gap-x-3 border-t border-line py-2 text-sm">
            <b className="font-semibold">{name}</b>
            <span className="text-muted">{email}</span>
            <span>{role}</span>
            {suspendedUntil !== null && suspendedUntil > new Date() ? (
              <span className="text-flag">suspended</span>
            ) : null}
          </li>
        ))}
      </ul>
      <h2 className="mt-10 text-xl font-semibold">Give or take a role</h2>
      <RoleForm />
      <h2 className="mt-10 text-xl font-semibold">Log</h2>
      <RoleLog entries={roles.log} />
    </>
  );
}
