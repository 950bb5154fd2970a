import Negotiator from "negotiator";
import { HYPOTHESIS_OPERATIONS, OTHERS } from "#lib/api/annotation-operations";
import { EXPORTS, type Export } from "#lib/api/exports";
import type { Operation } from "#lib/api/operation";
import { OPERATIONS } from "#lib/api/operations";
import { API, type Where } from "#lib/api/present";
import { ProblemError } from "#lib/api/problems";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { exported } from "./export-process";
import { failureOf } from "./failure";
import { answerNotAllowed, answerProblem, answerUnexpected } from "./problem";
import { publicOrigin } from "./public-origin";
import { streamed } from "./streamed";
import { timeZone } from "./time-zone";

const api = words.publicApi;
const METHODS = "GET, HEAD, OPTIONS";

/**
 * Answer whoever reads what is published. Nothing of the request counts but its method, its address and Accept: no token and no cookie. ETag,
 * Last-Modified and "not modified" are the gate's; that any site may read this is said at the door.
 */
export async function answerPublicRead(request: Request): Promise<Response> {
  try {
    const { pathname, searchParams } = new URL(request.url);
    const give = giverAt(pathname);
    if (give === null) throw new ProblemError(404, "not_found", api.noOperation);
    if (request.method === "OPTIONS") return sayWhatIsAllowed();
    if (request.method !== "GET" && request.method !== "HEAD") return answerNotAllowed(METHODS, api.readOnly);
    const where = { origin: publicOrigin().origin, today: dayOf(new Date(), timeZone()) };
    return await give(request, searchParams, where);
  } catch (error) {
    return problemOf(error);
  }
}

type Give = (request: Request, query: URLSearchParams, where: Where) => Promise<Response>;

/** What answers at a path; null where nothing does. */
function giverAt(pathname: string): Give | null {
  const isOurs = pathname.startsWith(API);
  const path = pathname.slice(isOurs ? API.length : OTHERS.length);
  const whole = isOurs ? EXPORTS.find((one) => one.path === path) : undefined;
  if (whole !== undefined) return (request, query, where) => answerWhole(request, whole, query, where);
  const read = readAt(path.slice(1).split("/"), isOurs ? OPERATIONS : HYPOTHESIS_OPERATIONS);
  return read && ((request, query, where) => answerOne(request, read, query, where));
}

async function answerOne(
  request: Request,
  { operation, params }: Read,
  query: URLSearchParams,
  where: Where,
): Promise<Response> {
  const [type = ""] = operation.type.split(";");
  expectToTake(request, type);
  const answer = await operation.answerTo(params, query, where);
  return Response.json(answer, { headers: { "Content-Type": operation.type, ...linksOf(answer) } });
}

/** An export: begun at once, and written while it is read. */
async function answerWhole(
  request: Request,
  whole: Export,
  query: URLSearchParams,
  where: Where,
): Promise<Response> {
  const [type = ""] = whole.type.split(";");
  expectToTake(request, type);
  const [field] = query.keys();
  if (field !== undefined) throw new ProblemError(400, "invalid_input", api.unknownParameter([]), { field });
  const body = request.method === "HEAD" ? null : await streamed((signal) => exported(whole, where, signal));
  return new Response(body, {
    headers: { "Content-Type": whole.type, "Content-Disposition": `attachment; filename="${whole.file}"` },
  });
}

interface Read {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** `path` is what stands behind `/api/v1/` or `/api/`, in parts as an address has them; the door lets none in that is no text. */
function readAt(path: readonly string[], operations: readonly Operation[]): Read | null {
  for (const operation of operations) {
    const parts = operation.path.slice(1).split("/");
    if (parts.length !== path.length) continue;
    const values = parts.map((part, i) => valuesIn(part, path[i] ?? ""));
    if (values.every((one) => one !== null)) return { operation, params: Object.fromEntries(values.flat()) };
  }
  return null;
}

/** The variable in a part of an address, by its name; none in a part that is a word; null where it is another part. `{id}.jsonld` has an ending. */
function valuesIn(pattern: string, part: string): [name: string, value: string][] | null {
  const [, name, ending = ""] = /^\{(\w+)\}(.*)$/.exec(pattern) ?? [];
  if (name === undefined) return pattern === part ? [] : null;
  return part.endsWith(ending)
    ? [[name, decodeURIComponent(part.slice(0, part.length - ending.length))]]
    : null;
}

/** Refuse a request that takes no answer of this kind. Source: RFC 9110, 12.5.1. */
function expectToTake(request: Request, type: string): void {
  const accept = request.headers.get("accept");
  if (accept === null || new Negotiator({ headers: { accept } }).mediaType([type]) !== undefined) return;
  throw new ProblemError(406, "not_acceptable", api.otherType(type));
}

/** What a script of another site asks before it reads with a condition. */
function sayWhatIsAllowed(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: METHODS,
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
      "Access-Control-Max-Age": "86400",
    },
  });
}

/** The next part of a list, for programs that follow links of the head. Source: RFC 8288. */
function linksOf(answer: object): Record<string, string> {
  return "next" in answer && typeof answer.next === "string" ? { Link: `<${answer.next}>; rel="next"` } : {};
}

function problemOf(error: unknown): Response {
  if (error instanceof ProblemError) {
    const { status, code, message, about } = error;
    return answerProblem({ status, detail: message, code, ...about });
  }
  const failure = failureOf(error);
  if (failure.isOurs) return answerUnexpected(failure);
  const { status, code, message, field } = failure;
  return answerProblem({ status, detail: message, code, field });
}
