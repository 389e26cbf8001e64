import type { MetadataRoute } from "next";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";

/** The address of the site is known only at the request. */
export const dynamic = "force-dynamic";

/** Anyone may find exams and questions, but nothing that belongs to one learner. */
export default function robots(): MetadataRoute.Robots {
  const own = ["account", "api", "attempts", "authoring", "first-administrator", "metrics", "moderation", "notes"];
  const more = ["notifications", "plan", "preview", "progress", "review", "search", "settings", "sign-in", "sign-up"];
  const disallow = [...own, ...more].map((path) => `/${path}`);
  return { rules: { userAgent: "*", allow: "/", disallow }, sitemap: `${siteUrl(environment())}/sitemap.xml` };
}
