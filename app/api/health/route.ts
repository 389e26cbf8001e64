import { clockStatus } from "#lib/attempts/clock-watch";
import { database } from "#lib/db/current";
import { isMigrated } from "#lib/db/is-migrated";

export const dynamic = "force-dynamic";

const headers = { "Cache-Control": "no-store" };

/** 200 while the app can serve, 503 otherwise. */
export async function GET(): Promise<Response> {
  try {
    const [migrated, state] = await Promise.all([
      isMigrated(database()),
      database().read.bankState.findUnique({ where: { id: 1 }, select: { syncedAt: true } }),
    ]);
    const isReady = migrated && state !== null;
    return Response.json(
      {
        status: isReady ? "ok" : "unavailable",
        database: "ok",
        migrations: migrated ? "ok" : "pending",
        clock: clockStatus(),
        content: state === null ? "not synced" : "ok",
        syncedAt: state?.syncedAt ?? null,
      },
      { status: isReady ? 200 : 503, headers },
    );
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    return Response.json(
      { status: "unavailable", database: reason, migrations: "unknown", content: "unknown" },
      { status: 503, headers },
    );
  }
}
