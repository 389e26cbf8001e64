import { expect, test } from "./app-test.ts";

test("an address that nothing can have is not found, whatever stands in it", async ({ request }) => {
  const odd = [
    "/exams/%00",
    "/exams/sample/questions/a%00b",
    "/attempts/%00",
    "/attempts/%00/1",
    "/attempts/a%00/result",
    "/media/%00",
    "/api/attempts/%00/answers",
    "/api/discussions/%00/events",
    "/exams/%E0%A4%A",
    "/exams/%ff/questions/a",
    "/attempts/%",
    "/attempts/%ed%a0%80/result",
    "/media/%c0%80",
    "/api/attempts/%E0%A4%A/answers",
    "/exams/..%2f..%2fetc",
    "/exams/%F0%9F%92%A9",
    "/exams/%c3%a9",
    "/attempts/1/1e9",
    "/attempts/1/-1",
  ];
  for (const path of odd) expect((await request.get(path)).status(), path).toBe(404);
});

test("a page that is not there shows the ways on without script", async ({ request }) => {
  const missing = [
    "/exams/none",
    "/exams/none/mock",
    "/exams/sample/questions/none",
    "/attempts/none",
    "/attempts/none/1",
  ];
  const forOthers = [
    "/authoring",
    "/authoring/suggestions",
    "/invitations",
    "/moderation",
    "/moderation/comments/none",
    "/preview/sample/tallest-tree",
    "/roles",
    // No mail is set up.
    "/reset-password?token=none",
    "/sign-up/confirm?token=none",
  ];
  for (const path of [...missing, "/attempts/none/review", "/attempts/none/result", "/nowhere", ...forOthers]) {
    const reply = await request.get(path);
    expect(reply.status(), path).toBe(404);
    const html = await reply.text();
    expect(html, path).toMatch(/<main\b.*<h1[^>]*>Not found<\/h1>/s);
    expect(html, path).toMatch(/<meta name="robots" content="noindex/);
    expect(html, "what it would be").not.toMatch(/<title>(Item statistics|Suggested|Invit|Moderation|Roles)/);
  }
});

test("pages tell browsers what they may never do, and leave images the policy of their own", async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  const never = [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  for (const path of ["/", "/nowhere", "/exams/sample"])
    for (const rule of never) expect(await policyOf(path), path).toContain(rule);
  expect(await policyOf("/media/none")).toBeUndefined();
});

test("a page and a form that name what no page of ours does are answered, and nobody sees an error", async ({
  app,
  page,
  request,
}) => {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page).toHaveURL(/attempts/);
  for (const word of ["constructor", "__proto__", "too-late"])
    expect((await page.goto(`${new URL(page.url()).pathname}?problem=${word}`))?.status(), word).toBe(200);
  const html = await (await request.get("/exams/sample")).text();
  const form = html.split("<form").find((part) => part.includes('value="study"')) ?? "";
  const hidden = [...form.matchAll(/type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
  const reply = await request.post("/exams/sample", {
    headers: { Origin: app.url },
    multipart: { ...fields, mode: "mock", exam: "none" },
  });
  expect(reply.status()).toBe(404);
  expect(await reply.text(), "with the ways on, without script").toMatch(/<main\b.*<h1[^>]*>Not found<\/h1>/s);
  expect(app.log()).not.toContain("Error");
});

test("a search is answered, whatever is typed", async ({ request }) => {
  const odd = [
    "",
    "%00",
    "%22",
    "*",
    "(((",
    "a%22b*",
    "NEAR(",
    "%F0%9F%92%A9",
    "%ed%a0%80",
    "x".repeat(10_000),
    "a&q=b",
    "a&page=-1e9",
    "a&page=x",
  ];
  for (const search of odd) expect((await request.get(`/search?q=${search}`)).status(), search.slice(0, 20)).toBe(200);
});

test("a connection is kept for longer than a proxy keeps one, so that none is closed as a request comes", async ({
  request,
}) => {
  const headers = (await request.get("/api/health")).headers();
  expect(Number(/timeout=(\d+)/.exec(headers["keep-alive"] ?? "")?.[1])).toBeGreaterThan(60);
});

test("search engines and messengers find what is public, by the site's own address", async ({ request, app }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address.replace(app.url, ""));
  expect(paths).toEqual(
    expect.arrayContaining(["/", "/help", "/exams/sample", "/exams/sample/questions/tallest-tree"]),
  );
  expect(sitemap, "a date of a question tells of its key").not.toContain("lastmod");
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${app.url}/sitemap.xml`);
  const html = await (await request.get("/exams/sample")).text();
  expect(html, "no meta element holds what is no text").not.toContain("[object");
  const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(image.startsWith(app.url), image).toBe(true);
  expect((await request.get(image)).headers()["content-type"]).toBe("image/png");
});
