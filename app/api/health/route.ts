import { database } from "#lib/db/current";

export const dynamic = "force-dynamic";

/** 200 while the app can serve, 503 otherwise. */
export async function GET(): Promise<Response> {
  try {
    const state = await database().read.bankState.findUnique({
      where: { id: 1 },
      select: { fingerprint: true, syncedAt: true },
    });
    const content = state === null ? "not synced" : "ok";
    return Response.json({
      status: "ok",
      database: "ok",
      migrations: "ok",
      content,
      syncedAt: state?.syncedAt ?? null,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    return Response.json(
      { status: "unavailable", database: reason, migrations: "unknown", content: "unknown" },
      { status: 503 },
    );
  }
}
