import type { routes } from "#lib/metrics/route-of";

type Page = (typeof routes)[number];

/** The pages that each run of pseudo-locale.spec.ts looks at. It fails when it looks at others. */
export const walkedPages = {
  short: ["/", "/exams/[exam]", "/exams/[exam]/questions/[question]", "/settings"],
  learner: [
    "/",
    "/attempts/[id]/[n]",
    "/attempts/[id]/result",
    "/attempts/[id]/review",
    "/exams/[exam]",
    "/exams/[exam]/mock",
    "/first-administrator",
    "/help",
    "/notes",
    "/plan",
    "/progress",
    "/review",
    "/search",
    "/sign-in",
    "/sign-in/code",
    "/sign-up",
  ],
  staff: [
    "/account",
    "/authoring",
    "/authoring/suggestions",
    "/confirm-address",
    "/exams/[exam]/questions/[question]",
    "/exams/[exam]/questions/[question]/comments/[comment]",
    "/exams/[exam]/questions/[question]/revisions/[number]",
    "/exams/[exam]/questions/[question]/suggest",
    "/invitations",
    "/moderation",
    "/moderation/comments/[id]",
    "/notifications",
    "/preview/[exam]/[question]",
    "/reset-password",
    "/roles",
    "/settings",
    "/sign-up",
    "/sign-up/confirm",
  ],
} as const satisfies Readonly<Record<string, readonly Page[]>>;

/** Those that none looks at: one leads on to an item, the other shows the parts of the design to developers, in English. */
export const unwalkedPages = ["/attempts/[id]", "/styleguide"] as const satisfies readonly Page[];
