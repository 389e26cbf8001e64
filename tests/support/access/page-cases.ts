import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ReactElement } from "react";
import { finishAttempt } from "#lib/attempts/write/finish";
import { signCalendar } from "#lib/review/calendar-token";
import type { AccessName } from "./access-name.ts";
import { endOf } from "./request.ts";
import { attemptOf, commentOf, exam, notificationOf, question, secret, suggestionOf, type World } from "./world.ts";

/** Tries something as the actor of the world. Resolves to whether it was allowed. */
export type Try = () => Promise<boolean>;

type Params = Readonly<Record<string, string>>;
type ParamsOf = (world: World) => Promise<Params>;
type PageName = Extract<AccessName, `page ${string}`>;
type RouteName = Extract<AccessName, `${"GET" | "PUT"} ${string}`>;

const none: ParamsOf = async () => ({});
const thread: ParamsOf = async () => ({ exam, question });
const comment: ParamsOf = async (world) => ({ exam, question, comment: await commentOf(world) });
const revision: ParamsOf = async () => ({ exam, question, number: "1" });
const mock: ParamsOf = async (world) => ({ id: await attemptOf(world, "mock"), n: "1" });
const study: ParamsOf = async (world) => ({ id: await attemptOf(world, "study"), n: "1" });
const finished: ParamsOf = async (world) => {
  const params = await mock(world);
  const { db, owner } = world;
  await finishAttempt({ db, viewer: owner.viewer, attemptId: params.id ?? "", now: new Date() });
  return params;
};

const pages: Readonly<Record<PageName, ParamsOf>> = {
  "page /": none,
  "page /account": none,
  "page /attempts/[id]": study,
  "page /attempts/[id]/[n]": study,
  "page /attempts/[id]/result": finished,
  "page /attempts/[id]/review": mock,
  "page /authoring": none,
  "page /authoring/suggestions": none,
  "page /confirm-address": none,
  "page /exams/[exam]": thread,
  "page /exams/[exam]/mock": thread,
  "page /exams/[exam]/questions/[question]": thread,
  "page /exams/[exam]/questions/[question]/comments/[comment]": comment,
  "page /exams/[exam]/questions/[question]/comments/[comment] unanswered": comment,
  "page /exams/[exam]/questions/[question]/revisions/[number]": revision,
  "page /exams/[exam]/questions/[question]/revisions/[number] unanswered": revision,
  "page /exams/[exam]/questions/[question]/suggest": thread,
  "page /exams/[exam]/questions/[question]/suggest unanswered": thread,
  "page /first-administrator": none,
  "page /help": none,
  "page /invitations": none,
  "page /moderation": none,
  "page /moderation/comments/[id]": async (world) => ({ id: await commentOf(world) }),
  "page /notes": none,
  "page /notifications": none,
  "page /plan": none,
  "page /preview/[exam]/[question]": thread,
  "page /progress": none,
  "page /reset-password": none,
  "page /review": none,
  "page /roles": none,
  "page /search": none,
  "page /settings": none,
  "page /sign-in": none,
  "page /styleguide": none,
  "page /sign-in/code": none,
  "page /sign-up": none,
  "page /sign-up/confirm": none,
};

const answers = {
  clientId: "client-one",
  entries: [{ position: 1, field: "flag", version: 1, value: true, madeAt: new Date().toISOString(), elapsedMs: 1 }],
};

const routes: Readonly<Record<RouteName, { readonly params: ParamsOf; readonly body?: unknown }>> = {
  "GET /account/data": { params: none },
  "GET /api/attempts/[id]/answers": { params: study },
  "PUT /api/attempts/[id]/answers": { params: study, body: answers },
  "GET /api/attempts/[id]/items": { params: mock },
  "PUT /api/attempts/[id]/items/[n]/check": { params: study },
  "GET /api/auth/callback/oidc": { params: none },
  "GET /api/discussions/[question]/events": { params: async (world) => ({ question: world.questionId }) },
  "GET /api/discussions/[question]/events unanswered": { params: async (world) => ({ question: world.questionId }) },
  "GET /api/health": { params: none },
  "GET /api/health/live": { params: none },
  "GET /api/health/ready": { params: none },
  "GET /authoring/suggestions/[id]/patch": { params: async (world) => ({ id: await suggestionOf(world, "accepted") }) },
  "GET /exams/[exam]/feed.xml": { params: thread },
  "GET /exams/[exam]/pool": { params: thread },
  "GET /media/[hash]": { params: media },
  "GET /metrics": { params: none },
  "GET /notes/export": { params: none },
  "GET /notifications/[id]": { params: async (world) => ({ id: await notificationOf(world) }) },
  "GET /sign-in/oidc": { params: none },
  "GET /preview/[exam]/[question]/changes": { params: thread },
  "GET /plan/calendar/[token]": {
    params: async ({ owner }) => ({ token: signCalendar(owner.learnerId, undefined, secret) }),
  },
};

async function media({ db }: World): Promise<Params> {
  const bytes = Buffer.from("an image");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const data = { hash, mime: "image/png", bytes };
  await db.write((tx) => tx.media.upsert({ where: { hash }, create: data, update: {} }));
  return { hash };
}

/** A page counts as refused if it does not exist or leads to the sign-in. */
async function tryPage(path: string, params: Params): Promise<boolean> {
  const { default: page } = await import(join(process.cwd(), "app", path, "page.tsx"));
  const end = await endOf(() =>
    page({ params: Promise.resolve(params), searchParams: Promise.resolve({ token: "a-token" }) }),
  );
  if (end === "not-found" || ("value" in end && isMissing(end.value))) return false;
  return !("to" in end && end.to.startsWith("/sign-in"));
}

/** Whether a page shows that it does not exist. */
function isMissing(shown: unknown): boolean {
  return ((shown as ReactElement).type as { name?: string }).name === "MissingPage";
}

async function tryRoute(name: string, params: Params, body: unknown): Promise<boolean> {
  const [method = "", path = ""] = name.split(" ");
  const handlers = await import(join(process.cwd(), "app", path, "route.ts"));
  const text = body === undefined ? null : JSON.stringify(body);
  const headers = { "Content-Type": "application/json", Origin: "http://localhost" };
  const request = new Request("http://localhost/", { method, headers, body: text });
  const response: Response = await handlers[method](request, { params: Promise.resolve(params) });
  const location = response.headers.get("location");
  // A stream continues until nobody reads it.
  if (response.headers.get("content-type") === "text/event-stream") await response.body?.cancel();
  return response.status < 400 && location !== "/notifications";
}

/** How each page and route of the table is requested. Its owner creates the parameters first. */
export const readCases: Readonly<Record<PageName | RouteName, (world: World) => Promise<Try>>> = {
  ...mapCases(pages, async (name, params, world) => {
    const made = await params(world);
    return () => tryPage(name.split(" ")[1] ?? "", made);
  }),
  ...mapCases(routes, async (name, { params, body }, world) => {
    const made = await params(world);
    return () => tryRoute(name, made, body);
  }),
};

function mapCases<N extends string, T>(
  cases: Readonly<Record<N, T>>,
  make: (name: string, given: T, world: World) => Promise<Try>,
): Record<N, (world: World) => Promise<Try>> {
  const entries = Object.entries<T>(cases).map(([name, given]) => [name, (world: World) => make(name, given, world)]);
  return Object.fromEntries(entries);
}
