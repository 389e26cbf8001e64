import type { Metadata } from "next";
import { GiveWords } from "#components/give-words";
import { RoleForm } from "#components/moderation/role-form";
import { RoleLog } from "#components/moderation/role-log";
import { RolePowers } from "#components/moderation/role-powers";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { addedPowers, roles } from "#lib/auth/role";
import { database } from "#lib/db/current";
import { listRoles } from "#lib/moderation/read/list-roles";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { refusedPage, staffMetadata } from "../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("give-roles", "roles.title");
}

/** Who has a role; administrators assign and remove roles here. */
export default async function RolesPage() {
  const viewer = await currentViewer();
  const known = await listRoles(database(), viewer);
  if (known === null) return refusedPage(viewer, "roles");
  const t = await currentWords();
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("roles.title")}</h1>
      <p className="mt-3 max-w-2xl text-sm text-muted">{t("roles.about")}</p>
      <h2 className="mt-8 text-xl font-semibold">{t("roles.what")}</h2>
      <RolePowers added={roles.map((role) => [role, addedPowers[role]])} />
      <h2 className="mt-8 text-xl font-semibold">{t("roles.who")}</h2>
      <ul className="mt-4">
        {known.bearers.map(({ name, email, role, suspendedUntil }) => (
          <li key={email} className="flex flex-wrap gap-x-3 border-t border-line py-2 text-sm">
            <b className="font-semibold">{name}</b>
            <span className="text-muted">{email}</span>
            <span>{t(`roles.role-${role}`)}</span>
            {suspendedUntil !== null && suspendedUntil > new Date() ? (
              <span className="text-flag">{t("roles.suspended")}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <h2 className="mt-10 text-xl font-semibold">{t("roles.change")}</h2>
      <GiveWords words={await currentWordsOf("roles")}>
        <RoleForm />
      </GiveWords>
      <h2 className="mt-10 text-xl font-semibold">{t("roles.log")}</h2>
      <RoleLog entries={known.log} />
    </>
  );
}
