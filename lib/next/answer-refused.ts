import { words } from "#lib/words";
import { REFUSED_HEADER, RETRY_AFTER } from "./refused";

const said = words.reader.refused;

/** What a refused request is told, in words; 404 where it was asked for by somebody else than the door. */
export function answerRefused(request: Request): Response {
  const status = Number(request.headers.get(REFUSED_HEADER));
  const sentence = said[status];
  if (sentence === undefined) return answer(404, words.errors.notFound, {});
  if (status === 503) return answer(503, sentence, { "Retry-After": RETRY_AFTER, Refresh: RETRY_AFTER });
  return answer(status, sentence, status === 405 ? { Allow: "GET, HEAD, POST, OPTIONS" } : {});
}

function answer(status: number, sentence: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}
