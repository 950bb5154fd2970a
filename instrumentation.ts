/**
 * Runs once when the web server starts. Next.js keeps an X-Forwarded-For header that a client sent and hides the
 * connection, so the address is noted here, at the door, where both can still be seen.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { subscribe } = await import("node:diagnostics_channel");
  const { CLIENT_HEADER, clientAddress } = await import("#lib/next/client-address");
  const trusted = Number(process.env.ONRECORD_TRUSTED_PROXIES ?? 0) || 0;
  subscribe("http.server.request.start", (message) => {
    // The shape is Node's own: https://nodejs.org/api/diagnostics_channel.html#http
    const { request } = message as { request: import("node:http").IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    request.headers[CLIENT_HEADER] = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      trusted,
    );
  });
}
