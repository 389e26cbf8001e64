import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { hashPassword } from "better-auth/crypto";
import { openDatabase } from "#lib/db/database";
import { startApp } from "../support/app-server.ts";
import { makeVeteran, type Veteran } from "../support/three-years.ts";
import { expect, test } from "./app-test.ts";
import { figure } from "./faults/fault-test.ts";

/** Nobody waits so long for a page. Far above what one takes, because the machine may be busy. */
const longestMs = 20_000;
const password = "a long password";

test("a learner of three years opens every page and takes their data away: nothing fails, nothing takes long", async ({
  page,
  content,
  databaseKind,
}) => {
  test.setTimeout(240_000);
  const postgres = databaseKind === "postgresql" ? process.env.MOCKDOWN_TEST_POSTGRES : undefined;
  const app = await startApp({ content, ...(postgres ? { postgres } : {}) });
  try {
    const { veteran, commentId } = await fill(app.databaseUrl);
    await page.goto(`${app.url}/sign-in`);
    await page.getByRole("textbox", { name: "Email" }).fill(veteran.viewer.member?.email ?? "");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("link", { name: "Vera" })).toBeVisible();
    const took: { readonly path: string; readonly ms: number }[] = [];
    for (const path of pathsOf(veteran, commentId)) {
      const { status, ms } = await look(page.context().request, app.url + path);
      expect.soft(status, path).toBeLessThan(500);
      took.push({ path, ms });
    }
    const slowest = took.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
    figure(
      "slowest",
      slowest.map(({ path, ms }) => `${path.replace(/[0-9a-f-]{36}/g, "…")} ${Math.round(ms)} ms`).join(", "),
    );
    const data = await page.context().request.get(`${app.url}/account/data`);
    expect(((await data.json()) as { attempts: unknown[] }).attempts).toHaveLength(veteran.attemptIds.length);
  } finally {
    await app.dispose();
  }
});

/** Three years of work in the app's database, and a way to sign in to it. */
async function fill(databaseUrl: string): Promise<{ readonly veteran: Veteran; readonly commentId: string }> {
  const db = openDatabase(databaseUrl);
  try {
    const now = new Date();
    const veteran = await makeVeteran(db, now);
    const userId = veteran.viewer.member?.userId ?? "";
    const account = { id: userId, accountId: userId, providerId: "credential", userId, createdAt: now, updatedAt: now };
    const hash = await hashPassword(password);
    await db.write(async (tx) => {
      await tx.account.create({ data: { ...account, password: hash }, select: { id: true } });
      await tx.user.update({ where: { id: userId }, data: { role: "administrator" }, select: { id: true } });
    });
    const [comment] = await db.read.comment.findMany({
      where: { question: { name: "q7" } },
      take: 1,
      select: { id: true },
    });
    return { veteran, commentId: comment?.id ?? "" };
  } finally {
    await db.close();
  }
}

/** Every page and route of the app, so that none that is added is forgotten; those of an attempt for an old and a new one. */
function pathsOf({ attemptIds }: Veteran, commentId: string): readonly string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const patterns = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file}`.replace(/\/(page\.tsx|route\.ts)$/, ""))
    // A stream does not end.
    .filter((pattern) => !pattern.endsWith("/events"));
  const attempts = [attemptIds[0], attemptIds.at(-1)];
  const paths = patterns.flatMap((pattern) =>
    attempts.map((attempt = "") =>
      pattern
        .replace(/(\/comments\/)\[id\]/, `$1${commentId}`)
        .replace("[comment]", commentId)
        .replace("[exam]", "sample")
        .replace("[question]", "q7")
        .replace("[number]", "1")
        .replace("[id]", attempt)
        .replace("[n]", "1")
        .replace("[hash]", "0".repeat(64)),
    ),
  );
  return [...new Set(paths)];
}

async function look(
  request: APIRequestContext,
  url: string,
): Promise<{ readonly status: number; readonly ms: number }> {
  const begin = performance.now();
  const response = await request.get(url, { timeout: longestMs });
  return { status: response.status(), ms: performance.now() - begin };
}
