/**
 * Runs once when the web server starts: better no server than one that fails at its first request. From here on every request
 * says whose it is; without that, attempts to sign in could be counted against an address that somebody made up. Written
 * this way round, because Next.js also compiles it for a runtime without Node.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { waitForOpening } = await import("#lib/next/opening");
    const { environment } = await import("#lib/env");
    const { keepDoor } = await import("#lib/next/door");
    const { noteClients } = await import("#lib/next/note-clients");
    const { openGate } = await import("#lib/next/gate/open-gate");
    const { watchDatabase } = await import("#lib/db/core/presence");
    const { endLiveOnStop } = await import("#lib/db/live/hub");
    const { watchRoom } = await import("#lib/db/core/room");
    const { restAfterCrowds } = await import("#lib/next/rest");
    await waitForOpening();
    const { DATABASE_URL, ONRECORD_CLIENT_REQUESTS, ...settings } = environment();
    watchDatabase(DATABASE_URL);
    await watchRoom([settings.ONRECORD_DATA, settings.ONRECORD_SNAPSHOTS], settings.ONRECORD_DISK_FLOOR);
    keepDoor();
    noteClients();
    openGate(ONRECORD_CLIENT_REQUESTS);
    restAfterCrowds();
    endLiveOnStop();
  }
}

/** An error of a page, told before its answer begins: what the database cut off is answered as such, and not as a fault of ours. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePassing } = await import("#lib/next/passing");
  notePassing(error);
}
