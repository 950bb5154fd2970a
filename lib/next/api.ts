import { randomBytes } from "node:crypto";
import { countRequest, programOf } from "#lib/db/people/tokens";
import type { Program } from "#lib/domain/tokens";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { CLIENT_HEADER, clientKey } from "./client-address";
import { STATUS } from "./http-status";
import { logError, loggable } from "./log";

const api = words.programs;

/** RFC 9110: a request that is well formed and says something wrong. */
const UNPROCESSABLE = 422;

interface Problem {
  readonly status: number;
  readonly detail: string;
  /** Of the error, for programs that tell errors apart. */
  readonly code: string;
  readonly field?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refused before any verb was asked. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
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
    if (error instanceof ProblemError) return problem(error.problem);
    if (error instanceof AppError) {
      const { code, message, field } = error;
      if (code === "unavailable") logError("unavailable", loggable(error));
      return problem({
        status: code === "invalid_input" ? UNPROCESSABLE : STATUS[code],
        detail: message,
        code,
        ...(field === undefined ? {} : { field }),
      });
    }
    const reference = randomBytes(3).toString("hex");
    logError("unexpected", { reference, ...loggable(error) });
    return problem({ status: 500, detail: api.unexpected(reference), code: "unexpected" });
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
  throw new ProblemError({
    status: 401,
    detail: secret === undefined ? api.noToken : api.badToken,
    code: "not_signed_in",
    headers: {
      "WWW-Authenticate": `Bearer realm="Onrecord"${secret === undefined ? "" : ', error="invalid_token"'}`,
    },
  });
}

function refuseFlood(seconds: number | null): void {
  if (seconds === null) return;
  throw new ProblemError({
    status: 429,
    detail: api.tooMany(seconds),
    code: "rate_limited",
    headers: { "Retry-After": String(seconds) },
  });
}

function problem({ status, detail, code, field, headers = {} }: Problem): Response {
  const body = {
    type: "about:blank",
    title: api.titles[status],
    status,
    detail,
    code,
    ...(field === undefined ? {} : { field }),
  };
  return withoutCache(
    new Response(JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/problem+json", ...headers },
    }),
  );
}

function withoutCache(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
