import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";

/** A site on 127.0.0.1 that isn't ours: pages that a journey puts there. What isn't there answers 404. */
export interface OtherSite {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Address of a page with this body. A status of its own for a page that is to fail, a type for what is no page. */
  put(path: string, page: Page): string;
  /** What was sent to it, as it came. */
  readonly posts: readonly Posted[];
  stop(): Promise<void>;
}

interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Page {
  readonly body?: string;
  readonly status?: number;
  /** Media type; that of a web page where none is given. */
  readonly type?: string;
}

export async function startOtherSite(): Promise<OtherSite> {
  const pages = new Map<string, Page>();
  const posts: Posted[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      const body = await text(request);
      posts.push({ path: request.url ?? "", headers: request.headers, body });
    }
    const page = pages.get(request.url ?? "");
    const type = page?.type ?? "text/html; charset=utf-8";
    response.writeHead(page?.status ?? (page ? 200 : 404), { "content-type": type });
    response.end(page?.body ?? "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    posts,
    put: (path, page) => {
      pages.set(path, page);
      return `http://${host}${path}`;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
