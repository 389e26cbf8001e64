import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { readForm } from "../../bench/read-form.ts";

/** Somebody who sits a mock exam at `url`, without a browser, and whose device sends each answer until it is acknowledged. */
export interface Sitter {
  readonly id: string;
  /** What the server has said is saved: the value by position and version. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Resolves when nothing is under way any more. */
  readonly rest: () => Promise<void>;
  /** Presses Submit at each of these instances at once. */
  readonly submit: (instances: readonly string[]) => Promise<void>;
}

interface Item {
  readonly position: number;
  readonly question: { readonly kind: string; readonly options: readonly { readonly id: string }[] };
}

const patienceMs = 10_000;
const pauseMs = 100;

/** Begins a mock exam and answers its single-choice items in turn, one each `paceMs`, until `rest` is called. */
export async function sitDown(url: string, paceMs: number): Promise<Sitter> {
  const exam = "/exams/sample/mock";
  const start = (await readForm(url + exam, {}, "mock")).post(exam, { mode: "mock" });
  // A busy machine may answer too late. An exam that was begun then is nobody's.
  const begun = (await send(url, start)) ?? (await send(url, start));
  const id = /attempts\/([^/]+)/.exec(begun?.headers.get("location") ?? "")?.[1];
  if (!begun || id === undefined) throw new Error(`no exam was begun: ${begun?.status}`);
  const cookie = begun.headers.getSetCookie().map((each) => each.split(";")[0]);
  const headers = { cookie: cookie.join("; "), Origin: url };
  const answer = await fetch(`${url}/api/attempts/${id}/items?from=1`, { headers });
  const items = ((await answer.json()) as { items: Item[] }).items.filter(({ question }) => question.kind === "single");
  const acknowledged = new Map<string, string>();
  let isRunning = true;
  const answering = (async () => {
    for (let version = 1; isRunning; version++) {
      const { position, question } = items[version % items.length] as Item;
      const optionId = question.options[version % question.options.length]?.id;
      const value = { kind: "single", optionId };
      const entry = { position, field: "answer", version, value, madeAt: new Date().toISOString(), elapsedMs: 1 };
      const body = JSON.stringify({ clientId: "storm-device", entries: [entry] });
      const target = { path: `/api/attempts/${id}/answers`, method: "PUT", body };
      while (!(await isSaved(url, { ...target, headers: { ...headers, "Content-Type": "application/json" } })))
        await sleep(pauseMs);
      acknowledged.set(`${position}/${version}`, JSON.stringify(value));
      await sleep(paceMs);
    }
  })();
  // It is waited for when its learner rests.
  answering.catch(() => {});
  return {
    id,
    acknowledged,
    rest: () => {
      isRunning = false;
      return answering;
    },
    async submit(instances) {
      const path = `/attempts/${id}/review`;
      const form = (await readForm(url + path, headers, id)).post(path, {});
      const replies = await Promise.all(
        instances.map((each) => send(each, { ...form, headers: { ...form.headers, Origin: url } })),
      );
      const statuses = replies.map((reply) => reply?.status);
      if (!statuses.every((status) => status === 303)) throw new Error(`submitting was answered with ${statuses}`);
    },
  };
}

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer, or null when there was none in time. */
async function send(url: string, { path, ...request }: Sent): Promise<Response | null> {
  const controller = new AbortController();
  const answer = fetch(url + path, { ...request, redirect: "manual", signal: controller.signal }).catch(() => null);
  // Of a server that was killed fetch has been seen to wait for ever, whatever its signal says.
  const first = await Promise.race([answer, sleep(patienceMs, null)]);
  if (first === null) controller.abort();
  return first;
}

/** False when it is to be sent again, as every device would; a refusal is a mistake of the test or of the app. */
async function isSaved(url: string, target: Sent): Promise<boolean> {
  const reply = await send(url, target);
  if (reply === null || reply.status >= 500) return false;
  const text = await reply.text().catch(() => "");
  if (reply.status !== 200) throw new Error(`a save was answered with ${reply.status}: ${text}`);
  return (JSON.parse(text || "{}") as { saved?: number }).saved === 1;
}

/** Has PostgreSQL itself count how often each attempt ends and how often it is scored: the greater of the two. */
export async function countEnds(databaseUrl: string): Promise<() => Promise<ReadonlyMap<string, number>>> {
  await ask(
    databaseUrl,
    `CREATE TABLE ended (id TEXT, what TEXT);
     CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO ended VALUES (NEW.id, TG_NAME); RETURN NULL; END $$;
     CREATE TRIGGER ends AFTER UPDATE ON "Attempt" FOR EACH ROW
       WHEN (OLD."finishedAt" IS DISTINCT FROM NEW."finishedAt") EXECUTE FUNCTION note_end();
     CREATE TRIGGER scores AFTER UPDATE ON "Attempt" FOR EACH ROW
       WHEN (OLD."score" IS DISTINCT FROM NEW."score") EXECUTE FUNCTION note_end();`,
  );
  return async () => {
    const rows = await ask(
      databaseUrl,
      "SELECT id, MAX(times)::int AS times FROM (SELECT id, what, COUNT(*) AS times FROM ended GROUP BY id, what) counted GROUP BY id",
    );
    return new Map(rows.map(({ id, times }) => [String(id), Number(times)]));
  };
}

async function ask(databaseUrl: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
