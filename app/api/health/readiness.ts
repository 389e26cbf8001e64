import { clockStatus } from "#lib/attempts/write/clock-watch";
import { causeOf } from "#lib/db/cause-of";
import { database } from "#lib/db/current";
import type { Database } from "#lib/db/database";
import { isMigrated } from "#lib/db/is-migrated";
import { whySavingFails } from "#lib/db/probe-saving";
import { causeSentences } from "#lib/db/saving-refused";
import { version } from "#lib/env/version";

const headers = { "Cache-Control": "no-store" };

/** 200 while the app can serve and save, 503 otherwise, with the state of each part. */
export async function readiness(): Promise<Response> {
  const state = await stateOf(database()).catch((error: unknown) => {
    const cause = causeOf(error);
    const name = error instanceof Error ? error.name : "unknown";
    return { database: cause ?? name, migrations: "unknown", content: "unknown", saving: cause ?? "unknown" };
  });
  const { database: reading, migrations, content, saving } = state;
  const isReady = [reading, migrations, content, saving].every((part) => part === "ok");
  return Response.json(
    { status: isReady ? "ok" : "unavailable", version, ...state },
    { status: isReady ? 200 : 503, headers: isReady ? headers : { ...headers, "Retry-After": "5" } },
  );
}

async function stateOf(db: Database) {
  const [migrated, bank] = await Promise.all([
    isMigrated(db),
    db.read.bankState.findUnique({ where: { id: 1 }, select: { syncedAt: true } }),
  ]);
  const cause = migrated ? await whySavingFails(db) : null;
  return {
    database: "ok",
    migrations: migrated ? "ok" : "pending",
    clock: clockStatus(),
    content: bank === null ? "not synced" : "ok",
    saving: migrated ? (cause ?? "ok") : "unknown",
    ...(cause === null ? {} : { reason: causeSentences[cause] }),
    syncedAt: bank?.syncedAt ?? null,
  };
}
