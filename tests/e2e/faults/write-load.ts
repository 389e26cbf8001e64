import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { AppServer } from "../../support/app-server.ts";
import { sql } from "./database.ts";

/** Answers by position, client and version. */
type Answers = Map<string, string>;

export interface Load {
  /** What the server has said is saved; grows until the load is stopped. */
  readonly acknowledged: Answers;
  /** How many of the exam's items are answered. */
  readonly itemCount: number;
  readonly stop: () => Promise<void>;
}

/** Four writers that answer an exam's items over and over, 25 in a request. Leaves the exam's page. */
export async function startLoad(page: Page, app: AppServer, id: string): Promise<Load> {
  const all = (await (await page.request.get(`${app.url}/api/attempts/${id}/items?from=1`)).json()) as Items;
  await page.goto("about:blank");
  const items = all.items.filter(({ question }) => question.kind !== "matching");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const acknowledged: Answers = new Map();
  let isRunning = true;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let version = 1; isRunning; version += 25) {
      const saved = await put({ app, id, items }, cookie, writer, version);
      for (const [key, value] of saved) acknowledged.set(key, value);
      if (saved.size === 0) await sleep(20);
    }
  });
  return {
    acknowledged,
    itemCount: items.length,
    stop: async () => {
      isRunning = false;
      await Promise.all(writers);
    },
  };
}

/** Those of `acknowledged` that the database does not hold, or holds otherwise. */
export async function lostFrom(app: AppServer, id: string, acknowledged: Answers): Promise<(readonly string[])[]> {
  const rows = await sql(
    app,
    'SELECT "position", "clientId", "version", "value" FROM "ItemEntry" WHERE "attemptId" = ?',
    id,
  );
  const held = new Map(rows.map((row) => [`${row.position}/${row.clientId}/${row.version}`, String(row.value)]));
  return [...acknowledged].filter(([key, value]) => held.get(key) !== value);
}

interface Items {
  readonly items: readonly {
    readonly position: number;
    readonly question: { readonly kind: string; readonly options: readonly { readonly id: string }[] };
  }[];
}

/** An answer of the item's kind that the version decides. */
function answerTo({ question: { kind, options } }: Items["items"][number], version: number) {
  const ids = options.map(({ id }) => id);
  const turned = [...ids.slice(version % (ids.length || 1)), ...ids.slice(0, version % (ids.length || 1))];
  if (kind === "single") return { kind, optionId: turned[0] };
  if (kind === "multiple") return { kind, optionIds: turned.slice(0, 1) };
  return kind === "ordering" ? { kind, optionIds: turned } : { kind, value: String(version) };
}

type Target = { readonly app: AppServer; readonly id: string; readonly items: Items["items"] };

/** Sends 25 answers; those acknowledged, by position, client and version. */
async function put(target: Target, cookie: string, writer: number, version: number): Promise<Map<string, string>> {
  const { app, id, items } = target;
  const clientId = `load-writer-${writer}`;
  const madeAt = new Date().toISOString();
  const entries = Array.from({ length: 25 }, (_, i) => {
    const item = items[i % items.length] as Items["items"][number];
    const value = answerTo(item, version + i);
    return { position: item.position, field: "answer", version: version + i, value, madeAt, elapsedMs: 1 };
  });
  const controller = new AbortController();
  const receipt = fetch(`${app.url}/api/attempts/${id}/answers`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", cookie, Origin: app.url },
    body: JSON.stringify({ clientId, entries }),
    signal: controller.signal,
  }).then(async (response) => (response.ok ? ((await response.json()) as { saved: number }) : null));
  // Of a server that was killed fetch has been seen to wait for ever, whatever its signal says.
  const saved = await Promise.race([receipt.catch(() => null), sleep(5_000, null)]);
  controller.abort();
  if (saved?.saved !== 25) return new Map();
  return new Map(
    entries.map((entry) => [`${entry.position}/${clientId}/${entry.version}`, JSON.stringify(entry.value)]),
  );
}
