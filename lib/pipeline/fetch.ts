import { setTimeout as pause } from "node:timers/promises";
import type { FeedRetrieval, Retrieval, SeenPage, Validators } from "#lib/domain/retrieval";
import { type Answer, ask } from "./fetch/answer";
import { checkedAgent, type Lookup } from "./fetch/connection";
import { type FetchLimits, LIMITS } from "./fetch/limits";
import { maxAge } from "./fetch/max-age";
import { hostOf, pageAddress } from "./fetch/page-address";
import { pageOf } from "./fetch/page-answer";
import { isPermanent, nextAddress } from "./fetch/redirect";
import { obeyRobots, ROBOT, type RobotsMemory } from "./fetch/robots";
import { FetchTrouble } from "./fetch/trouble";
import { DOCUMENT, FACT_CHECK, FEED, PAGE, type Wanted } from "./fetch/wanted";

/** One page that somebody asks to be taken in, as it came. */
export interface PageRequest {
  readonly bytes: Uint8Array;
  /** Null lets the decoder tell HTML from text by looking. */
  readonly format: "text" | "html" | null;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  /** The page that Onrecord itself ships. */
  readonly isSample: boolean;
  /** When its site or somebody gave it; without one, the moment at which it is stored. */
  readonly fetchedAt?: Date;
}

/** What a fetch needs from the world around it. */
export interface FetchMeans {
  /** Where we can be found: it stands in the user agent. */
  readonly origin: string;
  /** Hosts that the operator allows by name, as `URL.host` writes them; nothing else leads into a private network. */
  readonly allowHosts: readonly string[];
  readonly robots: RobotsMemory;
  /** The moment from which a page may be asked of this host; the turn is ours then. */
  takeTurn(host: string): Promise<Date>;
  /** The host asked us, by its answer, to stay away until then. */
  stayAway(host: string, until: Date): Promise<void>;
  /** A page that this very address gave before; null where it didn't. */
  seen(url: string): Promise<SeenPage | null>;
  now(): Date;
  readonly limits?: FetchLimits;
  readonly lookup?: Lookup;
}

class NotOurTurn extends Error {
  readonly turn: { readonly host: string; readonly at: Date };

  constructor(host: string, at: Date) {
    super(`it is the turn of others at ${host}`);
    this.turn = { host, at };
  }
}

/**
 * Fetch the page at an address, or say in a sentence why not. What the network does is an outcome, never an exception.
 *
 * A host is asked once at a time and obeyed: its turn is waited for, its robots.txt read, and a page that it gave before is
 * asked for only if it changed. A page is whole or it isn't taken.
 */
export function fetchPage(address: string, means: FetchMeans): Promise<Retrieval> {
  return retrieve(address, { means, wanted: PAGE, trace: new Trace() });
}

/** Fetch what evidence quotes, with every rule that holds for a page. It is asked for whole: a copy is of its day. */
export function fetchDocument(address: string, means: Omit<FetchMeans, "seen">): Promise<Retrieval> {
  return retrieveWhole(address, means, DOCUMENT);
}

/** Fetch the page of a fact-check, or a data feed of many, with every rule that holds for a page. It is asked for whole, as nothing of it is kept. */
export function fetchFactCheck(address: string, means: Omit<FetchMeans, "seen">): Promise<Retrieval> {
  return retrieveWhole(address, means, FACT_CHECK);
}

function retrieveWhole(address: string, means: Omit<FetchMeans, "seen">, wanted: Wanted): Promise<Retrieval> {
  return retrieve(address, { means: { ...means, seen: async () => null }, wanted, trace: new Trace() });
}

/** A feed's own state stands with the feed: `known` is what was said of it by the address that it was found at last. */
export type FeedMeans = Omit<FetchMeans, "seen"> & { readonly known: Validators | null };

/**
 * Fetch the feed at an address, with every rule that holds for a page. A web page is taken too: it may name its feed.
 *
 * `movedTo` is where permanent redirects alone lead, null where none did; `maxAgeMs` how long the server calls its answer
 * fresh, null where it doesn't say.
 */
export async function fetchFeed(address: string, means: FeedMeans): Promise<FeedRetrieval> {
  const { known } = means;
  const seen = async (url: string) =>
    known?.finalUrl === url ? { ...known, mediaType: "", snapshotSha256: "" } : null;
  const trace = new Trace();
  const got = await retrieve(address, { means: { ...means, seen }, wanted: FEED, trace });
  const { movedTo, maxAgeMs, isGone } = trace;
  switch (got.kind) {
    case "page":
      return { ...got, movedTo, maxAgeMs };
    case "unchanged":
      return { kind: "unchanged", movedTo, maxAgeMs };
    case "refused":
      return { ...got, isGone };
    default:
      return got;
  }
}

/** What the way to an answer showed, besides the answer. */
class Trace {
  movedTo: string | null = null;
  maxAgeMs: number | null = null;
  /** The server says that there will never be anything here again (410). */
  isGone = false;
  #isPermanent = true;

  hop(answer: Answer, next: URL): void {
    this.#isPermanent &&= isPermanent(answer.status);
    if (this.#isPermanent) this.movedTo = next.href;
  }

  end(answer: Answer): void {
    this.isGone = answer.status === 410;
    this.maxAgeMs = maxAge(answer.header("cache-control"));
  }
}

interface Errand {
  readonly means: FetchMeans;
  readonly wanted: Wanted;
  readonly trace: Trace;
}

async function retrieve(address: string, errand: Errand): Promise<Retrieval> {
  const { means, wanted } = errand;
  const limits = means.limits ?? LIMITS;
  const agent = checkedAgent(means.allowHosts, limits, means.lookup);
  const signal = AbortSignal.timeout(limits.total);
  try {
    return await follow(address, { ...errand, limits, agent, signal });
  } catch (error) {
    if (error instanceof NotOurTurn) return { kind: "turn", ...error.turn };
    if (!(error instanceof FetchTrouble)) throw error;
    const { kind, waitMs, isGone } = error;
    const sentence = error.said(wanted.words);
    return kind === "refused" ? { kind, sentence, isGone } : { kind, sentence, waitMs };
  } finally {
    await agent.destroy();
  }
}

interface Session extends Errand {
  readonly limits: FetchLimits;
  readonly agent: ReturnType<typeof checkedAgent>;
  readonly signal: AbortSignal;
}

async function follow(address: string, session: Session): Promise<Retrieval> {
  const { means, limits, signal, wanted, trace } = session;
  const hosts = new Set<string>();
  const visited = new Set<string>();
  let url = pageAddress(address, means.allowHosts);
  for (let hops = 0; hops <= limits.redirects; hops += 1) {
    if (visited.has(url.href)) throw new FetchTrouble("refused", (say) => say.redirectLoop(hostOf(url)));
    visited.add(url.href);
    if (!hosts.has(url.hostname)) await waitForTurn(url.hostname, session);
    hosts.add(url.hostname);
    await mindRobots(url, session);
    const seen = await means.seen(url.href);
    const answer = await asking(session, { accept: wanted.accept, ...conditions(seen) }, signal)(url);
    const next = nextAddress(answer, means.allowHosts);
    if (next === null) return await readPage(answer, seen, session);
    trace.hop(answer, next);
    answer.drop();
    url = next;
  }
  throw new FetchTrouble("refused", (say) => say.tooManyRedirects(hostOf(url)));
}

async function readPage(
  answer: Answer,
  seen: SeenPage | null,
  { means, limits, wanted, trace }: Session,
): Promise<Retrieval> {
  const now = means.now();
  trace.end(answer);
  try {
    return await pageOf(answer, seen, { limit: limits.bytes, types: wanted.types, now });
  } catch (error) {
    answer.drop();
    const wait = error instanceof FetchTrouble ? error.waitMs : null;
    if (wait !== null) await means.stayAway(answer.url.hostname, new Date(now.getTime() + wait));
    throw error;
  }
}

function conditions(seen: SeenPage | null): Record<string, string> {
  return {
    ...(seen?.etag ? { "if-none-match": seen.etag } : {}),
    ...(seen?.lastModified ? { "if-modified-since": seen.lastModified } : {}),
  };
}

function mindRobots(url: URL, session: Session): Promise<void> {
  const { means, limits } = session;
  const signal = AbortSignal.any([session.signal, AbortSignal.timeout(limits.robotsTotal)]);
  return obeyRobots(url, {
    limits,
    memory: means.robots,
    allowHosts: means.allowHosts,
    now: means.now(),
    ask: asking(session, { accept: "text/plain" }, signal),
  });
}

/** Honest about who asks, and where we can be found. */
function asking({ agent, limits, means }: Session, headers: Record<string, string>, signal: AbortSignal) {
  const agentName = `${ROBOT} (+${means.origin})`;
  return (url: URL) => ask(url, { agent, limits, signal, headers: { ...headers, "user-agent": agentName } });
}

async function waitForTurn(host: string, { means, limits }: Session): Promise<void> {
  const at = await means.takeTurn(host);
  const wait = at.getTime() - means.now().getTime();
  if (wait > limits.turn) throw new NotOurTurn(host, at);
  if (wait > 0) await pause(wait);
}
