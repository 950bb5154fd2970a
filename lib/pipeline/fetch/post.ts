import type { WebhookAnswer } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { type Answer, ask } from "./answer";
import { checkedAgent, type Lookup } from "./connection";
import { type FetchLimits, LIMITS } from "./limits";
import { hostOf, isAllowedHost, pageAddress } from "./page-address";
import { retryAfter } from "./retry-after";
import { FetchTrouble } from "./trouble";

/** What one message may cost: 10 s in all, and 64 kB of the answer; what follows is dropped. */
export const POST_LIMITS: FetchLimits = {
  ...LIMITS,
  bytes: 64 * 1024,
  total: 10_000,
  connect: 10_000,
  headers: 10_000,
  headerBytes: 16 * 1024,
};

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Means {
  /** Hosts that the operator allows by name, as `URL.host` writes them; nothing else leads into a private network, or goes over a plain connection. */
  readonly allowHosts: readonly string[];
  /** So many UTF-16 units of what the address answers are kept. */
  readonly keep: number;
  now(): Date;
  readonly limits?: FetchLimits;
  readonly lookup?: Lookup;
}

/**
 * Post a message to an address, with the rules of every fetch for where it may lead. No redirect is followed: where an answer leads is never looked at.
 * What the network does is an outcome, never an exception.
 */
export async function post(address: string, message: Message, means: Means): Promise<WebhookAnswer> {
  const { allowHosts, limits = POST_LIMITS, now } = means;
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const agent = checkedAgent(allowHosts, limits, means.lookup);
  let status: number | null = null;
  try {
    const url = safeAddress(address, allowHosts);
    const signal = AbortSignal.timeout(limits.total);
    const answer = await ask(url, { agent, limits, signal, ...message });
    status = answer.status;
    const bytes = await answer.bytes({ limit: limits.bytes, cut: true });
    const waitMs = retryAfter(answer.header("retry-after"), now());
    const said = readable(bytes, means.keep);
    return { status, ms: took(), said, trouble: troubleOf(answer), waitMs };
  } catch (error) {
    if (!(error instanceof FetchTrouble)) throw error;
    return { status, ms: took(), said: null, trouble: error.said(words.webhookSending), waitMs: null };
  } finally {
    await agent.destroy();
  }
}

/** Throws   FetchTrouble `refused`. */
function safeAddress(address: string, allowHosts: readonly string[]): URL {
  const url = pageAddress(address, allowHosts);
  if (url.protocol === "https:" || isAllowedHost(url, allowHosts)) return url;
  throw new FetchTrouble("refused", (say) => say.downgrade(hostOf(url)));
}

function troubleOf({ url, status }: Answer): string | null {
  if (status >= 200 && status < 300) return null;
  const say = words.webhookSending;
  const host = hostOf(url);
  if (status >= 300 && status < 400) return say.badRedirect(host);
  if (status === 410) return say.notFound(host);
  if (status === 429) return say.tooOften(host);
  return status >= 500 ? say.serverError(host, status) : say.oddStatus(host, status);
}

/** The beginning of an answer as text that can be stored; null where it is empty. */
function readable(bytes: Uint8Array, keep: number): string | null {
  const text = new TextDecoder().decode(bytes).slice(0, keep);
  return text.replace(/\0|\p{Surrogate}/gu, "\uFFFD").trim() || null;
}
