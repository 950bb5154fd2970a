import type { Readable } from "node:stream";
import { type Agent, request } from "undici";
import { readBody } from "./body";
import { connectionTrouble } from "./connection-trouble";
import type { FetchLimits } from "./limits";
import { hostOf } from "./page-address";

export interface Answer {
  readonly url: URL;
  readonly status: number;
  /** The first value of a header, with characters as they were meant; null where it isn't there. */
  header(name: string): string | null;
  /** Whole and unpacked. Once only. */
  bytes(rules: { readonly limit: number; readonly cut?: boolean }): Promise<Uint8Array>;
  /** Where the body doesn't matter. */
  drop(): void;
}

interface Asking {
  readonly agent: Agent;
  readonly limits: FetchLimits;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with POST; asked with GET where left out. */
  readonly body?: string;
  /** Ends it, whatever it is at. */
  readonly signal: AbortSignal;
}

/**
 * One request, with no redirect followed and no cookie kept.
 *
 * Throws   FetchTrouble, from here or while its bytes are read.
 */
export async function ask(url: URL, { agent, limits, headers, body: sent, signal }: Asking): Promise<Answer> {
  const host = hostOf(url);
  try {
    const {
      statusCode,
      headers: given,
      body,
    } = await request(url, {
      dispatcher: agent,
      ...(sent === undefined ? {} : { method: "POST", body: sent }),
      headers: { ...headers, "accept-encoding": "gzip, br, deflate" },
      headersTimeout: limits.headers,
      bodyTimeout: limits.idle,
      signal,
    });
    // A body that is dropped ends with an error that nobody waits for.
    body.on("error", () => {});
    const header = (name: string) => readable(given[name]);
    return {
      url,
      status: statusCode,
      header,
      bytes: (rules) => bytesOf(body, { host, coding: header("content-encoding"), ...rules }),
      drop: () => body.destroy(),
    };
  } catch (error) {
    throw connectionTrouble(error, host);
  }
}

async function bytesOf(
  body: Readable,
  { host, coding, limit, cut = false }: { host: string; coding: string | null; limit: number; cut?: boolean },
): Promise<Uint8Array> {
  try {
    return await readBody(body, { host, coding, bytes: limit, cut });
  } catch (error) {
    throw connectionTrouble(error, host);
  }
}

/** Headers come as Latin-1; those that were written in UTF-8 (addresses in Arabic, say) are read as that. */
function readable(value: string | string[] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (first === undefined) return null;
  if (!/[\u0080-\u00FF]/.test(first)) return first;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(first, "latin1"));
  } catch {
    return first; // Latin-1 after all
  }
}
