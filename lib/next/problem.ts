import * as words from "#lib/words";
import { headersOf } from "./failure";

const api = words.programs;

export type Headers = Readonly<Record<string, string>>;

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly field?: string | undefined;
  readonly [more: string]: unknown;
}

/** What went wrong, for a program. Nobody keeps it. Source: RFC 9457. */
export function answerProblem({ status, detail, code, ...more }: Problem, headers: Headers = {}): Response {
  const body = { type: "about:blank", title: api.titles[status], status, detail, code, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headersOf(status),
      ...headers,
    },
  });
}

/** For an address that is there, asked in a way that it doesn't know. `allowed` names the methods that it does. */
export function answerNotAllowed(allowed: string, detail: string): Response {
  return answerProblem({ status: 405, detail, code: "method_not_allowed" }, { Allow: allowed });
}

/** A bug of ours, under the number that the log has. */
export function answerUnexpected({ status, reference }: { status: number; reference: string }): Response {
  return answerProblem({ status, detail: api.unexpected(reference), code: "unexpected" });
}
