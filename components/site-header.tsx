import Link from "next/link";
import { signOut } from "#lib/auth/actions";

/** The bar on every page: the way home, and who is signed in. */
export function SiteHeader({ name }: { name: string | null }) {
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
        {name === null ? <VisitorLinks /> : <MemberLinks name={name} />}
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

function MemberLinks({ name }: { name: string }) {
  return (
    <form action={signOut} className="flex items-center gap-4">
      <span className="max-w-40 truncate text-muted">{name}</span>
      <button type="submit" className="py-3 text-muted hover:text-ink">
        Sign out
      </button>
    </form>
  );
}
