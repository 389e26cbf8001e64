import Link from "next/link";
import { SignOutButton } from "#components/sign-out-button";
import { signOut } from "#lib/auth/actions";

/** The bar on every page: the way home, and who is signed in. */
export function SiteHeader({ name, unread = 0 }: { name: string | null; unread?: number }) {
  return (
    <header className="border-b border-line">
      <nav
        aria-label="Main"
        className="mx-auto flex min-h-14 w-full max-w-5xl flex-wrap items-center gap-x-5 px-4 text-sm sm:px-6"
      >
        <Link href="/" prefetch={false} className="py-3 font-semibold tracking-tight text-base">
          Mock<span className="text-accent">down</span>
        </Link>
        <span className="flex-1" />
        <Link href="/review" prefetch={false} className="py-3 text-muted hover:text-ink">
          Review
        </Link>
        <Link href="/progress" prefetch={false} className="py-3 text-muted hover:text-ink">
          Progress
        </Link>
        {/* On a phone these go to a second line, together. */}
        <span className="ml-auto flex items-center gap-x-5">
          {name === null ? <VisitorLinks /> : <MemberLinks name={name} unread={unread} />}
        </span>
      </nav>
    </header>
  );
}

function VisitorLinks() {
  return (
    <>
      <Link href="/sign-in" prefetch={false} className="py-3 text-muted hover:text-ink">
        Sign in
      </Link>
      <Link href="/sign-up" prefetch={false} className="py-3 text-muted hover:text-ink">
        Sign up
      </Link>
    </>
  );
}

function MemberLinks({ name, unread }: { name: string; unread: number }) {
  return (
    <>
      <Link href="/notifications" prefetch={false} className="py-3 text-muted hover:text-ink">
        Notifications{" "}
        {unread === 0 ? null : (
          <span className="ml-0.5 rounded-full bg-accent px-2 py-0.5 text-xs text-on-accent tabular-nums">
            {unread > 99 ? "99+" : unread}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Link>
      <SignOut name={name} />
    </>
  );
}

function SignOut({ name }: { name: string }) {
  return (
    <form action={signOut} className="flex items-center gap-4">
      <Link href="/account" prefetch={false} className="max-w-40 truncate py-3 text-muted hover:text-ink">
        <span className="sr-only">Account of </span>
        {name}
      </Link>
      <SignOutButton />
    </form>
  );
}
