import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { beginVisit } from "#lib/db/core/visit";
import { CLIENT_HEADER, clientAddress, clientKey, isLoopback } from "./client-address";

/** Headers that proxies write. With one of them a request from this machine may come from anywhere. */
const FORWARDING = [
  "x-forwarded-for",
  "forwarded",
  "via",
  "x-real-ip",
  "x-forwarded-host",
  "x-forwarded-proto",
];

/** On every request from the door on: what comes in with it was sent by this very process, and nobody else knows it. */
const OWN_HEADER = "x-onrecord-own";
const OWN_MARK = randomUUID();

/** A request of our own, for the client that it names; never for the machine itself. */
function beginOwn(request: IncomingMessage): void {
  const address = clientKey(String(request.headers[CLIENT_HEADER] ?? "unknown"));
  beginVisit({ requestId: randomUUID(), address, isThisMachine: false, agent: null });
}

/** Said once: behind a proxy that nobody trusts, all clients are one. */
const UNTRUSTED = {
  level: "warning",
  event: "untrusted-proxy",
  message:
    "A request came with X-Forwarded-For, and ONRECORD_TRUSTED_PROXIES is not set. If Onrecord stands behind a reverse proxy, set it to the number of proxies: until then all people count as one client, and too many wrong passwords of one keep everybody out whose browser isn't known. If it doesn't, somebody made the header up, and it was not believed.",
};

/**
 * Write every request's client into a header of our own. Next.js keeps an X-Forwarded-For header that a client sent and
 * hides the connection, so it is done at the door, where both can still be seen. ONRECORD_TRUSTED_PROXIES counts the
 * newsroom's own proxies; without it nothing that a client says about itself is believed.
 */
export function noteClients(): void {
  const trusted = Math.max(0, Number(process.env.ONRECORD_TRUSTED_PROXIES ?? 0) || 0);
  let isWarned = trusted > 0;
  subscribe("http.server.request.start", (message) => {
    // The shape is Node's own: https://nodejs.org/api/diagnostics_channel.html#http
    const { request } = message as { readonly request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    // Next.js asks itself for the page that an action leads to, with the headers of who sent the form.
    if (request.headers[OWN_HEADER] === OWN_MARK) return beginOwn(request);
    request.headers[OWN_HEADER] = OWN_MARK;
    if (forwarded !== undefined && !isWarned) {
      isWarned = true;
      console.error(JSON.stringify(UNTRUSTED));
    }
    const address = clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      trusted,
    );
    request.headers[CLIENT_HEADER] = address;
    const isThisMachine = isLoopback(address) && !FORWARDING.some((name) => name in request.headers);
    beginVisit({
      requestId: randomUUID(),
      address: clientKey(address),
      isThisMachine,
      agent: request.headers["user-agent"] ?? null,
    });
  });
}
