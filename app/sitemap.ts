import type { MetadataRoute } from "next";
import { listCandidates, listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";

/** What is in the database, and under which address the site is found, is known when it is asked for. */
export const dynamic = "force-dynamic";

/** More than a sitemap may hold is left out. */
const most = 50_000;

/** The pages that are the same for every stranger. No date of a question is among them: it would tell of its key. */
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
