/** Runs once when a server process starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startHousekeeping } = await import("#lib/attempts/housekeeping");
  startHousekeeping();
  const { startDigests } = await import("#lib/notifications/digest-rounds");
  startDigests();
}
