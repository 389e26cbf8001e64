import type { MetadataRoute } from "next";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";

/** Under which address the site is found is known when it is asked for. */
export const dynamic = "force-dynamic";

/** Exams and questions are for everybody to find; what belongs to one learner is not. */
export default function robots(): MetadataRoute.Robots {
  const own = ["account", "api", "attempts", "authoring", "first-administrator", "metrics", "moderation", "notes"];
  const more = ["notifications", "plan", "preview", "progress", "review", "search", "settings", "sign-in", "sign-up"];
  const disallow = [...own, ...more].map((path) => `/${path}`);
  return { rules: { userAgent: "*", allow: "/", disallow }, sitemap: `${siteUrl(environment())}/sitemap.xml` };
}
