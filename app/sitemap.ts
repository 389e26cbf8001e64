import type { MetadataRoute } from "next";
import { listCandidates, listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";

/** The content of the database and the address of the site are known only at the request. */
export const dynamic = "force-dynamic";

/** What exceeds the limit of a sitemap is left out. */
const most = 50_000;

/**
 * The pages that are the same for every visitor. They contain no date of a question, which would reveal something about
 * its key.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const db = database();
  const exams = await listExams(db);
  const questions = await Promise.all(exams.map(({ slug }) => listCandidates(db, slug)));
  const paths = exams.flatMap(({ slug }, i) => [
    `/exams/${slug}`,
    ...(questions[i] ?? []).map(({ name }) => `/exams/${slug}/questions/${name}`),
  ]);
  const site = siteUrl(environment());
  return ["/", "/help", ...paths].slice(0, most).map((path) => ({ url: `${site}${path}` }));
}
