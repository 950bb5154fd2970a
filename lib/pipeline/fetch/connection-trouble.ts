import { fetching } from "#lib/domain/words/fetching";
import { FetchTrouble } from "./trouble";

type Sentence = (host: string) => string;
type Verdict = readonly ["refused" | "later", Sentence];

/** What Node, its TLS and undici call what can go wrong on the way, and what that means for a page. */
const TROUBLES: readonly (readonly [RegExp, Verdict])[] = [
  [/^ENOTFOUND$|^ENODATA$/, ["refused", fetching.noSuchHost]],
  [/^EAI_/, ["later", fetching.nameUnknown]],
  [/^ETIMEDOUT$|^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^TimeoutError$/, ["later", fetching.tooSlow]],
  [/^UND_ERR_HEADERS_OVERFLOW$/, ["refused", fetching.headersTooLarge]],
  [/^UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH|ABORTED)$|^ECONNRESET$|^EPIPE$/, ["later", fetching.cutOff]],
  [/^HPE_|^HTTPParserError$/, ["refused", fetching.notHttp]],
  [/^ECONN|^EHOST|^ENET|^EADDR/, ["later", fetching.unreachable]],
  [
    /^CERT_|_CERT|^ERR_TLS_|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/,
    ["refused", fetching.certificate],
  ],
  [/^ERR_SSL_|^EPROTO$/, ["refused", fetching.notHttp]],
];

/** An error of the connection in words; anything else (a bug of ours) as it is. */
export function connectionTrouble(error: unknown, host: string): unknown {
  if (error instanceof FetchTrouble || !(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const [, verdict] = TROUBLES.find(([pattern]) => pattern.test(code)) ?? [];
  if (verdict === undefined) return error;
  const [kind, sentence] = verdict;
  return new FetchTrouble(kind, sentence(host), { cause: error });
}
