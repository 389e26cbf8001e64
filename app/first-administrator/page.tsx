import type { Metadata } from "next";
import Link from "next/link";
import { AdminLinkForm } from "#components/account/admin-link-form";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { adminLinkPath } from "#lib/auth/write/admin-link";

export const metadata: Metadata = { title: "First administrator", robots: { index: false } };

export default async function FirstAdministratorPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const [{ token }, { member }] = await Promise.all([searchParams, currentViewer()]);
  const given = typeof token === "string" ? token : "";
  const here = encodeURIComponent(`${adminLinkPath}?token=${encodeURIComponent(given)}`);
  return (
    <div className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">First administrator</h1>
      {member === null ? (
        <p>
          Sign in to the account that is to be the administrator, or make one:{" "}
          <Link href={`/sign-in?returnTo=${here}`} prefetch={false} className="text-accent underline">
            Sign in
          </Link>
          {", "}
          <Link href={`/sign-up?returnTo=${here}`} prefetch={false} className="text-accent underline">
            Sign up
          </Link>
        </p>
      ) : (
        <AdminLinkForm token={given} name={member.name} />
      )}
    </div>
  );
}
