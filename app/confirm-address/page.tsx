import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmAddressForm } from "#components/account/mail-forms";
import { NarrowPage } from "#components/account/narrow-page";
import { currentViewer } from "#lib/auth/read/current-viewer";

export const metadata: Metadata = { title: "Confirm your address", robots: { index: false } };

/** Where the link leads that was mailed to the address of an account. */
export default async function ConfirmAddressPage({ searchParams }: { searchParams: Promise<{ token?: unknown }> }) {
  const [{ token }, { member }] = await Promise.all([searchParams, currentViewer()]);
  const given = typeof token === "string" ? token : "";
  const here = encodeURIComponent(`/confirm-address?token=${encodeURIComponent(given)}`);
  return (
    <NarrowPage title="Confirm your address">
      {member === null ? (
        <p>
          <Link href={`/sign-in?returnTo=${here}`} prefetch={false} className="text-accent underline">
            Sign in
          </Link>{" "}
          to the account that asked for this mail.
        </p>
      ) : (
        <ConfirmAddressForm token={given} />
      )}
    </NarrowPage>
  );
}
