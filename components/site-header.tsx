import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "#components/nav-link";
import { SignOutButton } from "#components/sign-out-button";
import type { RunningExam } from "#lib/attempts/read/list-running";
import { signOut } from "#lib/auth/actions";
import { relativeWait } from "#lib/dates/relative-age";
import { useWords } from "#words";

type SiteHeaderProps = {
  name: string | null;
  /** Whether anyone may create an account. */
  canSignUp?: boolean;
  unread?: number;
  exam?: RunningExam | null;
  now: Date;
};

/** The main pages, each with its name and the path of its icon in a box of 24 by 24. */
const pages = [
  ["/", "home", "M4 11.5 12 4l8 7.5M6 10v10h12V10"],
  ["/review", "review", "M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4.5l3 2"],
  ["/progress", "progress", "M4 20h16M7 16v-4M12 16V6M17 16V9"],
  ["/notes", "notes", "M6 4h9l3 3v13H6zM9 10h6M9 14h6"],
] as const;

/** The bar on every page: the main pages, the exam in progress, and who is signed in. */
export function SiteHeader({ name, canSignUp = true, unread = 0, exam = null, now }: SiteHeaderProps) {
  const t = useWords();
  return (
    <header className="site-header">
      <div className="bar">
        <Link href="/" prefetch={false} className="logo">
          <span>{t.rich("site.logo", { half: (text) => <span className="text-accent">{text}</span> })}</span>
        </Link>
        <nav aria-label={t("site.main")} className="tabs">
          {pages.map(([href, name, path]) => (
            <NavLink key={href} href={href}>
              <Icon>
                <path d={path} strokeLinecap="round" strokeLinejoin="round" />
              </Icon>
              {t(`site.page-${name}`)}
            </NavLink>
          ))}
        </nav>
        {exam === null ? null : (
          <Link href={`/attempts/${exam.id}`} prefetch={false} className="running" title={exam.examTitle}>
            <span className="truncate">
              {exam.deadlineAt === null
                ? t("site.examInProgress")
                : t.rich("site.examEnds", {
                    wait: relativeWait(t, exam.deadlineAt, now),
                    when: (text) => <span className="font-normal text-muted">{text}</span>,
                  })}
            </span>
          </Link>
        )}
        <div className="own">
          <Link href="/settings" prefetch={false} title={t("site.settings")}>
            <Icon className="size-5">
              <path d="M4 8h10M18 8h2M4 16h2M10 16h10" strokeLinecap="round" />
              <circle cx="16" cy="8" r="2" />
              <circle cx="8" cy="16" r="2" />
            </Icon>
            <span className="sr-only">{t("site.settings")}</span>
          </Link>
          {name === null ? <VisitorLinks canSignUp={canSignUp} /> : <MemberLinks name={name} unread={unread} />}
        </div>
      </div>
    </header>
  );
}

/** Lines within a box of 24 by 24. The words beside the icon say what it means. */
function Icon({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      className={className}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

function VisitorLinks({ canSignUp }: { canSignUp: boolean }) {
  const t = useWords();
  return (
    <>
      <Link href="/sign-in" prefetch={false}>
        {t("site.signIn")}
      </Link>
      {canSignUp ? (
        <Link href="/sign-up" prefetch={false}>
          {t("site.signUp")}
        </Link>
      ) : null}
    </>
  );
}

function MemberLinks({ name, unread }: { name: string; unread: number }) {
  const t = useWords();
  const hidden = (text: ReactNode) => <span className="sr-only">{text}</span>;
  return (
    <>
      <Link href="/notifications" prefetch={false} className="gap-1.5 whitespace-nowrap">
        <Icon className="size-5">
          <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4" strokeLinecap="round" strokeLinejoin="round" />
        </Icon>
        <span className="sr-only">{t("site.notifications")}</span>
        {unread === 0 ? null : (
          <span className="rounded-full bg-accent px-2 py-0.5 text-xs text-on-accent tabular-nums">
            {t.rich("site.unread", { shown: unread > 99 ? "99+" : unread, hidden })}
          </span>
        )}
      </Link>
      <NavLink href="/account">
        <span className="block max-w-24 truncate sm:max-w-40">{t.rich("site.accountOf", { name, hidden })}</span>
      </NavLink>
      <form action={signOut} className="wide">
        <SignOutButton label={t("site.signOut")} />
      </form>
    </>
  );
}
