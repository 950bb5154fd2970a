import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server with the API of OpenAI on 127.0.0.1, that answers as it is told. */

export interface Asked {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: { readonly [name: string]: unknown };
}

type Answering = (asked: Asked, response: ServerResponse) => void;

export interface ModelServer {
  /** Of its API. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** How it answers from now on. */
  answer(how: Answering): void;
  stop(): Promise<void>;
}

/** A completion that says `content`. */
export const says =
  (
    content: unknown,
    usage: object | null = { prompt_tokens: 700, completion_tokens: 90, total_tokens: 790 },
  ): Answering =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        id: "one",
        object: "chat.completion",
        created: 1,
        model: "small-1",
        choices: [
          {
            index: 0,
            finish_reason: "stop",
            message: {
              role: "assistant",
              content: typeof content === "string" ? content : JSON.stringify(content),
            },
          },
        ],
        ...(usage === null ? {} : { usage }),
      }),
    );
  };

/** An answer of this status, with these words. */
export const refuses =
  (status: number, body = "{}", headers: Record<string, string> = {}): Answering =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };

export async function startModelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let answer: Answering = refuses(500);
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const one = { path: request.url ?? "", authorization: request.headers.authorization ?? null, body };
      asked.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer: (how) => {
      answer = how;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<Asked["body"]> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString() || "{}");
}
