import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

/** What a receiver got, as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reply = (response: ServerResponse) => void;

/** A receiver of webhooks on 127.0.0.1 that answers each path as it is told, and 204 where it isn't. */
export async function startReceiver() {
  const received: Received[] = [];
  const replies = new Map<string, Reply>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("error", () => {});
    response.on("error", () => {});
    request.on("data", (piece: Buffer) => {
      body += piece.toString("utf8");
    });
    request.on("end", () => {
      const path = request.url ?? "";
      received.push({ path, headers: request.headers, body });
      const reply = replies.get(path);
      if (reply === undefined) response.writeHead(204).end();
      else reply(response);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    received,
    replies,
    addressOf: (path: string) => `http://${host}${path}`,
    at: (path: string) => received.filter((one) => one.path === path),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/**
 * The message, checked by the standard's own library.
 *
 * Throws   WebhookVerificationError where its signature, its moment or its headers are wrong.
 */
export function verified({ headers, body }: Received, secret: string): unknown {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return new Webhook(secret).verify(body, given);
}
