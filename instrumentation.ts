/** Runs once when the web server starts. Written this way round, because Next.js also compiles it for a runtime without Node. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { noteClients } = await import("#lib/next/note-clients");
    noteClients();
  }
}
