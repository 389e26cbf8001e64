import type { MetadataRoute } from "next";

/** Exams and questions are for everybody to find; what belongs to one learner is not. */
export default function robots(): MetadataRoute.Robots {
  const own = ["account", "api", "attempts", "authoring", "first-administrator", "metrics", "moderation", "notes"];
  const more = ["notifications", "plan", "preview", "progress", "review", "search", "settings", "sign-in", "sign-up"];
  return { rules: { userAgent: "*", allow: "/", disallow: [...own, ...more].map((path) => `/${path}`) } };
}
