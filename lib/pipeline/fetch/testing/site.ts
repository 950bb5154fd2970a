import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { Robots } from "#lib/domain/retrieval";
import type { FetchMeans } from "#lib/pipeline/fetch";
import type { Lookup } from "#lib/pipeline/fetch/connection";
import { type FetchLimits, LIMITS } from "#lib/pipeline/fetch/limits";

/** What a made-up site does with one request: write to the socket whatever it likes. `head` is what was asked, as it came. */
export type Route = (socket: Socket, head: string) => void;

export interface Site {
  readonly port: number;
  /** The heads of all requests so far. */
  readonly asked: string[];
  /** Paths of what was asked, robots.txt aside. */
  paths(): string[];
  stop(): Promise<void>;
}

/** An answer as bytes: `content-length` is right unless it is given. */
export function http(
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Uint8Array = "",
): Route {
  return (socket) => {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const all = { "content-length": bytes.byteLength, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(Buffer.from(`HTTP/1.1 ${status} Said\r\n${lines.join("")}\r\n`, "latin1"));
    socket.write(bytes);
  };
}

export const html = (body: string | Uint8Array, headers: Readonly<Record<string, string | number>> = {}) =>
  http(200, { "content-type": "text/html; charset=utf-8", ...headers }, body);

export const moved = (location: string, status = 302) => http(status, { location });

/** Bytes as they are. */
export const raw =
  (text: string): Route =>
  (socket) => {
    socket.end(Buffer.from(text, "latin1"));
  };

/** A server on 127.0.0.1 that speaks as its routes say, byte by byte. It has no robots.txt unless a route says so. */
export async function startSite(routes: (path: string) => Route | undefined): Promise<Site> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let head = "";
    socket.on("data", (piece) => {
      head += piece.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      const whole = head;
      head = "";
      asked.push(whole);
      const path = whole.split(" ")[1] ?? "";
      const route = routes(path) ?? http(404, {});
      route(socket, whole);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  return {
    port: address.port,
    asked,
    paths: () => asked.map((head) => head.split(" ")[1] ?? "").filter((path) => path !== "/robots.txt"),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Names that lead to these addresses; any other is unknown. `looked` counts. */
export function names(known: Readonly<Record<string, readonly string[]>>): Lookup & { looked: string[] } {
  const looked: string[] = [];
  const lookup: Lookup = (host, _, done) => {
    looked.push(host);
    const addresses = known[host];
    if (addresses === undefined) {
      done(Object.assign(new Error(`no ${host}`), { code: "ENOTFOUND" }), []);
    } else
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
  };
  return Object.assign(lookup, { looked });
}

/** Means that know no site yet, with short limits, and remember robots.txt as the database does. */
export function meansOf(given: Partial<FetchMeans> & { readonly limits?: FetchLimits }): FetchMeans {
  const robots = new Map<string, Robots>();
  return {
    origin: "https://onrecord.example",
    allowHosts: [],
    robots: {
      read: async (origin) => robots.get(origin) ?? null,
      keep: async (origin, read) => void robots.set(origin, read),
    },
    takeTurn: async () => new Date(0),
    stayAway: async () => {},
    seen: async () => null,
    now: () => new Date(),
    limits: SHORT,
    ...given,
  };
}

/** Long enough for a busy machine to answer itself, short enough to wait for. */
export const SHORT: FetchLimits = { ...LIMITS, bytes: 100_000 };
