/** Runs once when the web server starts: better no server than one that fails at its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { environment } = await import("#lib/env");
  environment();
}
