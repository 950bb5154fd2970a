import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isDatabaseLost } from "#lib/db/core/presence";
import { isForPrograms, isPublicRead, READABLE } from "./api-path";
import { isCard } from "./embed-path";
import { beginPassing } from "./passing";
import { isSecure } from "./public-origin";
import { PROGRAM, REFUSED_HEADER, REFUSED_PATH, RETRY_AFTER, refusalOf } from "./refused";
import { NOTHING, securityHeaders } from "./security-headers";

/**
 * The door of the web server: what stands before Next.js. Next.js answers some requests before any code of ours (an address
 * that is no text, a method that it doesn't know) with status 500 and no header of ours, so those are led to `app/refused` here;
 * so is every request while the database is lost. Every answer begins with our headers, whoever writes the rest of it.
 */
export function keepDoor(): void {
  subscribe("http.server.request.start", (message) => {
    // The shape is Node's own: https://nodejs.org/api/diagnostics_channel.html#http
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const { method = "", url = "" } = request;
    setHeaders(response, url);
    if (isPublicRead(method, url)) response.setHeaders(new Map(Object.entries(READABLE)));
    delete request.headers[REFUSED_HEADER];
    const status = refusalOf(request, isDatabaseLost());
    if (status === null) return sayUnavailable(response, beginPassing());
    request.method = request.method === "HEAD" ? "HEAD" : "GET";
    request.url = REFUSED_PATH;
    request.headers[REFUSED_HEADER] = `${status}${isForPrograms(url) ? PROGRAM : ""}`;
  });
}

/** A page with a policy of its own sets it in proxy.ts, over this one. */
function setHeaders(response: ServerResponse, url: string): void {
  for (const [name, value] of Object.entries(securityHeaders(isSecure(), isCard(url))))
    response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", NOTHING);
}

/** An answer that was under way when the database went, or that it cut off for taking too long, is no fault of ours, and worth asking again. */
function sayUnavailable(response: ServerResponse, passing: { readonly isCutOff: boolean }): void {
  const writeHead = response.writeHead;
  const late = (...args: unknown[]) => {
    const isLost = args[0] === 500 && (isDatabaseLost() || passing.isCutOff);
    if (isLost) response.setHeader("Retry-After", RETRY_AFTER);
    return Reflect.apply(writeHead, response, isLost ? [503, ...args.slice(1)] : args);
  };
  // `writeHead` has several forms; each is handed on as it came.
  response.writeHead = late as typeof writeHead;
}
