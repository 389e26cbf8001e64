/** The pages and routes of the app, as its folders name them. */
export const routes = [
  "/",
  "/account",
  "/account/data",
  "/api/attempts/[id]/answers",
  "/api/attempts/[id]/items",
  "/api/attempts/[id]/items/[n]/check",
  "/api/auth/callback/oidc",
  "/api/discussions/[question]/events",
  "/api/health",
  "/api/health/live",
  "/api/health/ready",
  "/attempts/[id]",
  "/attempts/[id]/[n]",
  "/attempts/[id]/result",
  "/attempts/[id]/review",
  "/authoring",
  "/authoring/suggestions",
  "/authoring/suggestions/[id]/patch",
  "/confirm-address",
  "/exams/[exam]",
  "/exams/[exam]/feed.xml",
  "/exams/[exam]/mock",
  "/exams/[exam]/pool",
  "/exams/[exam]/questions/[question]",
  "/exams/[exam]/questions/[question]/comments/[comment]",
  "/exams/[exam]/questions/[question]/revisions/[number]",
  "/exams/[exam]/questions/[question]/suggest",
  "/first-administrator",
  "/help",
  "/invitations",
  "/media/[hash]",
  "/metrics",
  "/moderation",
  "/moderation/comments/[id]",
  "/notes",
  "/notes/export",
  "/notifications",
  "/notifications/[id]",
  "/plan",
  "/plan/calendar/[token]",
  "/preview/[exam]/[question]",
  "/preview/[exam]/[question]/changes",
  "/progress",
  "/reset-password",
  "/review",
  "/roles",
  "/search",
  "/settings",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/oidc",
  "/styleguide",
  "/sign-up",
  "/sign-up/confirm",
] as const;

type Route = (typeof routes)[number] | "static" | "other";

/** The stream that tells an open thread of what is new. */
export const newsRoute = "/api/discussions/[question]/events" satisfies Route;

/** Where a segment stands for anything, after those where it is fixed: `/attempts/x/result` is not a question. */
const patterns = [...routes]
  .sort((a, b) => a.split("[").length - b.split("[").length)
  .map((route) => ({
    route,
    pattern: new RegExp(`^${route.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "[^/]+")}/?$`),
  }));

/** Which route answers a request for `url`: a name from a short list, whatever visitors ask for. */
export function routeOf(url: string): Route {
  const [path = ""] = url.split("?");
  if (path.startsWith("/_next/")) return "static";
  return patterns.find(({ pattern }) => pattern.test(path))?.route ?? "other";
}

/** Node takes more than thirty methods; those that no route answers are one. */
export function methodOf(method = ""): string {
  return ["GET", "HEAD", "POST", "PUT"].includes(method) ? method : "other";
}
