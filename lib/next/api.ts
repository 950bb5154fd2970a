import { countRequest, programOf } from "#lib/db/people/tokens";
import { noteSecurity } from "#lib/db/security/events";
import type { Program } from "#lib/domain/tokens";
import { AppError, type AppErrorCode } from "#lib/errors";
import * as words from "#lib/words";
import { CLIENT_HEADER, clientKey } from "./client-address";
import { failureOf } from "./failure";
import { answerProblem, answerUnexpected, type Headers } from "./problem";

const api = words.programs;

/** RFC 9110: a request that is well formed and says something wrong. */
const UNPROCESSABLE = 422;

/** Refused before any verb was asked: the request itself is wrong. */
export class RequestError extends AppError {
  constructor(
    code: AppErrorCode,
    message: string,
    readonly about: { readonly field?: string; readonly headers?: Headers } = {},
  ) {
    super(code, message, { field: about.field });
  }
}

/**
 * Answer a program: its token is looked at, its requests are counted, and whatever goes wrong is said as a problem. No cookie
 * is read here, so no browser that is signed in can be made to ask.
 *
 * Source   RFC 6750 (bearer tokens), RFC 9457 (problem details).
 */
export async function answerProgram(
  request: Request,
  work: (program: Program) => Promise<Response>,
): Promise<Response> {
  try {
    return withoutCache(await work(await programBehind(request)));
  } catch (error) {
    return problem(error);
  }
}

async function programBehind(request: Request): Promise<Program> {
  const [, secret] = /^bearer +([\w~+/.=-]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const now = new Date();
  const program = secret === undefined ? null : await programOf(secret, now);
  if (program !== null) {
    refuseFlood(await countRequest("token", program.tokenId));
    return program;
  }
  // Counted only when it fails: whoever shares an address with a stranger isn't kept out by them.
  refuseFlood(await countRequest("stranger", clientKey(request.headers.get(CLIENT_HEADER) ?? "unknown")));
  if (secret !== undefined) {
    await noteSecurity({ kind: "badToken", actorId: null, detail: "program" }, now);
  }
  throw new RequestError("not_signed_in", secret === undefined ? api.noToken : api.badToken, {
    headers: {
      "WWW-Authenticate": `Bearer realm="Onrecord"${secret === undefined ? "" : ', error="invalid_token"'}`,
    },
  });
}

function refuseFlood(seconds: number | null): void {
  if (seconds === null) return;
  throw new RequestError("rate_limited", api.tooMany(seconds), {
    headers: { "Retry-After": String(seconds) },
  });
}

/** Programs tell errors apart by `code`. */
function problem(error: unknown): Response {
  const failure = failureOf(error);
  const isRequest = error instanceof RequestError;
  if (failure.isOurs) return answerUnexpected(failure);
  const { code, message, field } = failure;
  const status = code === "invalid_input" && !isRequest ? UNPROCESSABLE : failure.status;
  return answerProblem({ status, detail: message, code, field }, isRequest ? error.about.headers : {});
}

function withoutCache(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
