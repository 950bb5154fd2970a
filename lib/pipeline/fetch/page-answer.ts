import type { Retrieval, SeenPage } from "#lib/domain/retrieval";
import type * as words from "#lib/words";
import type { Answer } from "./answer";
import { hostOf } from "./page-address";
import { retryAfter } from "./retry-after";
import { FetchTrouble } from "./trouble";

const KINDS: readonly (readonly [RegExp, keyof typeof words.fetching.wrongTypes])[] = [
  [/^application\/(x-)?pdf$/, "pdf"],
  [/^image\//, "image"],
  [/^video\//, "video"],
  [/^audio\//, "audio"],
  [/\b(xml|json|rss|atom|csv)\b/, "feed"],
];

/** What a server says of a page's state is kept and sent back as it is, so it must be short and plain. */
const VALIDATOR = /^[\x21-\x7E](?:[\x20-\x7E]{0,498}[\x21-\x7E])?$/;

/**
 * An answer that leads nowhere else, as a page. `types` are the media types that can be read: any other is refused by its
 * name, before its body is.
 *
 * Throws   FetchTrouble where it is none.
 */
export async function pageOf(
  answer: Answer,
  seen: SeenPage | null,
  { limit, types, now }: { readonly limit: number; readonly types: readonly string[]; readonly now: Date },
): Promise<Retrieval> {
  const { url, status, header } = answer;
  const host = hostOf(url);
  if (status === 304 && seen !== null) return { kind: "unchanged", ...seen };
  if (status !== 200 && status !== 203) throw troubleOfStatus(answer, host, now);
  const mediaType = header("content-type");
  refuseOtherTypes(mediaType, types, host);
  const length = header("content-length");
  if (length !== null && Number(length) > limit) {
    throw new FetchTrouble("refused", (say) => say.tooLarge(host));
  }
  const bytes = await answer.bytes({ limit });
  if (bytes.byteLength === 0) throw new FetchTrouble("refused", (say) => say.empty(host));
  return {
    kind: "page",
    bytes,
    status,
    finalUrl: url.href,
    mediaType: (mediaType ?? "").slice(0, 200),
    etag: validator(header("etag")),
    lastModified: validator(header("last-modified")),
  };
}

const validator = (value: string | null) => (value !== null && VALIDATOR.test(value) ? value : null);

function refuseOtherTypes(mediaType: string | null, types: readonly string[], host: string): void {
  const type = (mediaType ?? "").split(/[;,]/)[0]?.trim().toLowerCase() ?? "";
  if (types.includes(type)) return;
  if (type === "") throw new FetchTrouble("refused", (say) => say.noType(host));
  const [, kind = "other"] = KINDS.find(([pattern]) => pattern.test(type)) ?? [];
  throw new FetchTrouble("refused", (say) => say.wrongType(host, say.wrongTypes[kind]));
}

function troubleOfStatus({ status, header }: Answer, host: string, now: Date): FetchTrouble {
  const waitMs = retryAfter(header("retry-after"), now);
  if (status === 429) return new FetchTrouble("later", (say) => say.tooOften(host), { waitMs });
  if (status >= 500 || status === 408 || status === 425) {
    return new FetchTrouble("later", (say) => say.serverError(host, status), { waitMs });
  }
  const isGone = status === 404 || status === 410;
  return new FetchTrouble("refused", (say) => say[finalSentence(status)](host, status), { isGone });
}

function finalSentence(status: number): "notFound" | "forbidden" | "legal" | "empty" | "oddStatus" {
  if (status === 404 || status === 410) return "notFound";
  if (status === 401 || status === 402 || status === 403) return "forbidden";
  if (status === 451) return "legal";
  return status === 204 || status === 205 ? "empty" : "oddStatus";
}
