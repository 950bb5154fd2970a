import * as words from "#lib/words";
import { answerProblem } from "./problem";
import { PROGRAM, REFUSED_HEADER, RETRY_AFTER } from "./refused";

const said = words.turnedAway.refused;
const CODES: Readonly<Record<number, string>> = {
  400: "invalid_input",
  405: "method_not_allowed",
  414: "invalid_input",
  503: "unavailable",
};

/** What a refused request is told, in words; 404 where it was asked for by somebody else than the door. Programs are told as programs are. */
export function answerRefused(request: Request): Response {
  const why = request.headers.get(REFUSED_HEADER) ?? "";
  const status = Number.parseInt(why, 10);
  const sentence = said[status];
  if (sentence === undefined) return answer(404, words.errors.notFound, {});
  const allowed = status === 405 ? { Allow: "GET, HEAD, POST, OPTIONS" } : {};
  if (why.endsWith(PROGRAM))
    return answerProblem({ status, detail: sentence, code: CODES[status] ?? "invalid_input" }, allowed);
  if (status === 503) return answer(503, sentence, { "Retry-After": RETRY_AFTER, Refresh: RETRY_AFTER });
  return answer(status, sentence, allowed);
}

function answer(status: number, sentence: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}
