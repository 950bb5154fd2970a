import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { GoneKind } from "#lib/domain/published";
import { isForPrograms, isPublicRead } from "#lib/next/api-path";
import { CLIENT_HEADER, clientKey } from "#lib/next/client-address";
import { isCard, isReadElsewhere } from "#lib/next/embed-path";
import { EMBED } from "#lib/next/embed-style";
import { isSecure } from "#lib/next/public-origin";
import { isDocument } from "#lib/next/readers-page";
import { NOTHING, securityHeaders } from "#lib/next/security-headers";
import { sessionCookieName, sessionIdIn } from "#lib/next/session-cookie";
import * as words from "#lib/words";
import { isKept, isPart, isUnchanged, KEPT, KEPT_BY_ALL, markOf } from "./copies";
import { sendAsDocument } from "./documents";
import { type ClientLimit, type Share, WINDOW } from "./limit";

/**
 * Stands between Node and Next.js and answers what needs no page: a client that asks too often (429), and a browser whose copy of a
 * reader's page still holds (304). Both are answered here because a refusal has to cost next to nothing: through Next.js, five hundred of
 * them a second are as much work as pages.
 */
export interface Gate {
  readonly limit: ClientLimit;
  /** What readers' pages are made of now; null where that can't be told. `changedAt`: since when, null where no second of the clock says it. */
  made(): Promise<{ version: string; build: string; day: string; changedAt: Date | null } | null>;
  /** Whether what stood at a readers' address was withdrawn. */
  isGone(kind: GoneKind, slug: string): Promise<boolean>;
}

/** Neither counted nor marked: files whose name holds their hash, and what asks whether the server is well. */
const UNCOUNTED = /^\/(?:_next\/static\/|(?:healthz|readyz)(?:\?|$))/;
/** An address of one page, one claim or one topic. */
const ITEM = /^\/(articles|claims|topics)\/([^/?#]+)(?:\?|$)/;

const KINDS: Readonly<Record<string, GoneKind>> = { articles: "ARTICLE", claims: "CLAIM", topics: "TOPIC" };

/** Lead every request of this server through the gate first. */
export function guard(server: Server, gate: Gate): void {
  const emit = server.emit;
  server.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    if (event !== "request") return Reflect.apply(emit, server, [event, ...args]);
    const [request, response] = args as [IncomingMessage, ServerResponse]; // Node's own shape of this event
    answer(request, response, gate)
      .catch((error: unknown) => {
        console.error(JSON.stringify({ level: "error", event: "gate", message: String(error) }));
        return false;
      })
      .then((isAnswered) => isAnswered || Reflect.apply(emit, server, [event, ...args]));
    return true;
  };
}

/** Whether the request was answered here. */
async function answer(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<boolean> {
  const { url = "", method = "", headers } = request;
  if (UNCOUNTED.test(url)) return false;
  const share = await gate.limit.take(await clientOf(request));
  if (share !== null && isForPrograms(url)) sayShare(response, share);
  if (share?.isRefused) {
    refuse(response, url, share.seconds);
    return true;
  }
  const isPage = method !== "HEAD" && !isPart(headers) && isDocument(url.split("?")[0] ?? "");
  if (isPage) sendAsDocument(request, response);
  if (await isGone(url, gate)) sayGone(response);
  const copy = await copyOf(request, gate);
  if (copy === null) return false;
  if (isUnchanged(headers, copy.mark, copy.modified)) {
    sayUnchanged(response, url, copy);
    return true;
  }
  markAnswer(response, copy);
  return false;
}

/** What a copy of an answer is known by, and who may keep one. */
interface Copy {
  readonly mark: string;
  /** A date as HTTP writes it; null where none says enough: a page is drawn by cookies as well. */
  readonly modified: string | null;
  readonly isForAll: boolean;
}

async function copyOf({ url = "", method = "", headers }: IncomingMessage, gate: Gate): Promise<Copy | null> {
  const isForAll = method !== "OPTIONS" && (isPublicRead(method, url) || isReadElsewhere(method, url));
  if (!isForAll && !isKept(method, url, headers, sessionCookieName())) return null;
  const made = await gate.made();
  if (made === null) return null;
  const mark = markOf(url, isForAll ? undefined : headers.cookie, made);
  return { mark, modified: isForAll ? (made.changedAt?.toUTCString() ?? null) : null, isForAll };
}

/** Source: draft-ietf-httpapi-ratelimit-headers-10. */
function sayShare(response: ServerResponse, { most, left, seconds }: Share): void {
  response.setHeader("RateLimit-Policy", `"client";q=${most};w=${WINDOW}`);
  response.setHeader("RateLimit", `"client";r=${left};t=${seconds}`);
}

async function isGone(url: string, gate: Gate): Promise<boolean> {
  const [, folder, slug] = ITEM.exec(url) ?? [];
  if (folder === undefined || slug === undefined || !/^[\w-]+$/.test(slug)) return false;
  return gate.isGone(KINDS[folder] ?? "ARTICLE", slug);
}

/** Next.js has no status for a page that tells why something was withdrawn: its answer gets the one that says so (RFC 9110, 15.5.11). */
function sayGone(response: ServerResponse): void {
  const writeHead = response.writeHead;
  const gone = (...args: unknown[]) =>
    Reflect.apply(writeHead, response, args[0] === 200 ? [410, ...args.slice(1)] : args);
  // `writeHead` has several forms; each is handed on as it came.
  response.writeHead = gone as typeof writeHead;
}

/** Somebody who is signed in counts as themselves, since a newsroom often shares one address; anybody else as their address. */
async function clientOf({ headers }: IncomingMessage): Promise<string> {
  const session = await sessionIdIn(cookieIn(headers.cookie, sessionCookieName()));
  const address = headers[CLIENT_HEADER];
  return session === null
    ? `at ${clientKey(typeof address === "string" ? address : "unknown")}`
    : `in ${session}`;
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  const found = (header ?? "").split(/; */).find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function refuse(response: ServerResponse, url: string, seconds: number): void {
  const isProgram = isForPrograms(url);
  const { titles, tooMany } = words.programs;
  const problem = {
    type: "about:blank",
    title: titles[429],
    status: 429,
    detail: tooMany(seconds),
    code: "rate_limited",
  };
  const body = isProgram ? JSON.stringify(problem) : `${words.turnedAway.tooMany(seconds)}\n`;
  const headers = {
    "Content-Type": isProgram ? "application/problem+json" : "text/plain; charset=utf-8",
    "Content-Security-Policy": isCard(url) ? EMBED : NOTHING,
    "Cache-Control": "no-store",
    "Retry-After": String(seconds),
  };
  end(response, url, { status: 429, body, headers });
}

/** A "not modified" renews the headers of the copy: it must not bring another policy, whose nonce the copy's scripts don't have. */
function sayUnchanged(response: ServerResponse, url: string, copy: Copy): void {
  response.removeHeader("Content-Security-Policy");
  end(response, url, { status: 304, body: "", headers: headersOf(copy) });
}

function headersOf({ mark, modified, isForAll }: Copy): Readonly<Record<string, string>> {
  if (!isForAll) return { ETag: mark, "Cache-Control": KEPT, Vary: "Cookie" };
  return {
    ETag: mark,
    "Cache-Control": KEPT_BY_ALL,
    ...(modified === null ? {} : { "Last-Modified": modified }),
  };
}

function end(
  response: ServerResponse,
  url: string,
  answer: {
    readonly status: number;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  },
): void {
  const { status, body, headers } = answer;
  for (const [name, value] of Object.entries({ ...securityHeaders(isSecure(), isCard(url)), ...headers })) {
    response.setHeader(name, value);
  }
  response.writeHead(status);
  response.end(body);
}

/** Next.js says of every page that nobody may keep it; where one was found, that is put right as its answer begins. */
function markAnswer(response: ServerResponse, copy: Copy): void {
  const writeHead = response.writeHead;
  const marked = (...args: unknown[]) => {
    if (args[0] === 200) {
      const { Vary, ...headers } = headersOf(copy);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (Vary !== undefined) response.appendHeader("Vary", Vary);
    }
    return Reflect.apply(writeHead, response, args);
  };
  // `writeHead` has several forms; each is handed on as it came.
  response.writeHead = marked as typeof writeHead;
}
