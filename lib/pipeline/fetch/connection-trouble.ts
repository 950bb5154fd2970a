import type * as words from "#lib/words";
import { FetchTrouble } from "./trouble";

/** Names of those sentences that need nothing but the host. */
type Named = {
  [Name in keyof typeof words.fetching]: (typeof words.fetching)[Name] extends (host: string) => string
    ? Name
    : never;
}[keyof typeof words.fetching];
type Verdict = readonly ["refused" | "later", Named];

/** What Node, its TLS and undici call what can go wrong on the way, and what that means for a page. */
const TROUBLES: readonly (readonly [RegExp, Verdict])[] = [
  [/^ENOTFOUND$|^ENODATA$/, ["refused", "noSuchHost"]],
  [/^EAI_/, ["later", "nameUnknown"]],
  [/^ETIMEDOUT$|^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^TimeoutError$/, ["later", "tooSlow"]],
  [/^UND_ERR_HEADERS_OVERFLOW$/, ["refused", "headersTooLarge"]],
  [/^UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH|ABORTED)$|^ECONNRESET$|^EPIPE$/, ["later", "cutOff"]],
  [/^HPE_|^HTTPParserError$/, ["refused", "notHttp"]],
  [/^ECONN|^EHOST|^ENET|^EADDR/, ["later", "unreachable"]],
  [
    /^CERT_|_CERT|^ERR_TLS_|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/,
    ["refused", "certificate"],
  ],
  [/^ERR_SSL_|^EPROTO$/, ["refused", "notHttp"]],
];

/** An error of the connection in words; anything else (a bug of ours) as it is. */
export function connectionTrouble(error: unknown, host: string): unknown {
  if (error instanceof FetchTrouble || !(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const [, verdict] = TROUBLES.find(([pattern]) => pattern.test(code)) ?? [];
  if (verdict === undefined) return error;
  const [kind, name] = verdict;
  return new FetchTrouble(kind, (say) => say[name](host), { cause: error });
}
