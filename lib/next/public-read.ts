import Negotiator from "negotiator";
import { EXPORTS, type Export } from "#lib/api/exports";
import type { Operation } from "#lib/api/operation";
import { OPERATIONS } from "#lib/api/operations";
import { API, type Where } from "#lib/api/present";
import { ProblemError } from "#lib/api/problems";
import { words } from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { exported } from "./export-process";
import { failureOf } from "./failure";
import { answerNotAllowed, answerProblem, answerUnexpected } from "./problem";
import { publicOrigin } from "./public-origin";
import { streamed } from "./streamed";
import { timeZone } from "./time-zone";

const api = words.publicApi;
const METHODS = "GET, HEAD, OPTIONS";
const JSON_TYPE = "application/json";

/**
 * Answer whoever reads what is published. Nothing of the request counts but its method, its address and Accept: no token and no cookie. ETag,
 * Last-Modified and "not modified" are the gate's; that any site may read this is said at the door.
 */
export async function answerPublicRead(request: Request): Promise<Response> {
  try {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice(API.length);
    const whole = EXPORTS.find((one) => one.path === path) ?? null;
    const read = whole === null ? readAt(path.slice(1).split("/")) : null;
    if (whole === null && read === null) throw new ProblemError(404, "not_found", api.noOperation);
    if (request.method === "OPTIONS") return sayWhatIsAllowed();
    if (request.method !== "GET" && request.method !== "HEAD") return answerNotAllowed(METHODS, api.readOnly);
    const where = { origin: publicOrigin().origin, today: dayOf(new Date(), timeZone()) };
    if (whole !== null) return await answerWhole(request, whole, searchParams, where);
    expectToTake(request, JSON_TYPE);
    // One of the two was found.
    const answer = (await read?.operation.answerTo(read.params, searchParams, where)) ?? {};
    return Response.json(answer, { headers: linksOf(answer) });
  } catch (error) {
    return problemOf(error);
  }
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

/** `path` is what stands behind `/api/v1/`, in parts as an address has them; the door lets none in that is no text. */
function readAt(path: readonly string[]): Read | null {
  for (const operation of OPERATIONS) {
    const parts = operation.path.slice(1).split("/");
    const isHere =
      parts.length === path.length && parts.every((part, i) => isVariable(part) || part === path[i]);
    if (!isHere) continue;
    const params = parts.flatMap((part, i) =>
      isVariable(part) ? [[part.slice(1, -1), decodeURIComponent(path[i] ?? "")]] : [],
    );
    return { operation, params: Object.fromEntries(params) };
  }
  return null;
}

const isVariable = (part: string): boolean => part.startsWith("{");

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
