import { connect } from "node:net";
import type { StrangeRequest } from "./requests";

/** In milliseconds. */
const PATIENCE = 20_000;

export interface RawAnswer {
  readonly status: number;
  /** Everything that came, one character a byte. */
  readonly text: string;
}

/** Send a request byte for byte, past every client that would mend it. Status 0: the connection ended without an answer. */
export function send(origin: string, request: StrangeRequest): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  const { method, target, headers, body } = request;
  const lines = Object.entries({
    Host: host,
    Connection: "close",
    ...(body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body, "latin1")) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    const end = () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => {}); // a connection that is cut says so by ending
    socket.on("close", end);
    socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body}`, "latin1");
  });
}

/**
 * Like `send`; a request for a part of a page (RSC) is led by Next.js to an address that names its headers, and goes there as a browser's
 * does: otherwise nothing of ours would have seen it.
 */
export async function sendOn(origin: string, request: StrangeRequest): Promise<RawAnswer> {
  const first = await send(origin, request);
  const to = /^location: ([^\r]*[?&]_rsc\b[^\r]*)/im.exec(first.text)?.[1];
  if (first.status !== 307 || to === undefined || request.headers.RSC === undefined) return first;
  const { pathname, search } = new URL(to, origin);
  return send(origin, { ...request, target: `${pathname}${search}` });
}
