import robotsParser from "robots-parser";
import type { Robots } from "#lib/domain/retrieval";
import type { Answer } from "./answer";
import type { FetchLimits } from "./limits";
import { hostOf } from "./page-address";
import { nextAddress } from "./redirect";
import { retryAfter } from "./retry-after";
import { FetchTrouble } from "./trouble";

/** The name that a robots.txt may call us by. */
export const ROBOT = "Onrecord";

const MINUTE = 60_000;
/** As long as a robots.txt may be believed (RFC 9309, 2.4). */
const DAY = 24 * 60 * MINUTE;
/** As long as one that can't be read forbids everything, where the site doesn't say when to come back. */
const FOR_NOW = 10 * MINUTE;

export interface RobotsMemory {
  read(origin: string): Promise<Robots | null>;
  keep(origin: string, robots: Robots): Promise<void>;
}

interface Reading {
  readonly memory: RobotsMemory;
  readonly limits: FetchLimits;
  readonly allowHosts: readonly string[];
  readonly now: Date;
  ask(url: URL): Promise<Answer>;
}

/**
 * May a program fetch this address? Returns where it may.
 *
 * Throws   FetchTrouble: `refused` where the site's robots.txt asks us not to, `later` where it can't say now, and
 *          whatever keeps its host from being asked at all.
 * Source   RFC 9309. Crawl-delay is not part of it and is not read: one delay holds for every host.
 */
export async function obeyRobots(url: URL, reading: Reading): Promise<void> {
  const { origin } = url;
  const { access, rules, freshUntil } = await robotsOf(origin, reading);
  if (access === "NONE") {
    const waitMs = freshUntil.getTime() - reading.now.getTime();
    throw new FetchTrouble("later", (say) => say.robotsUnreachable(hostOf(url)), { waitMs });
  }
  if (access === "ALL") return;
  if (robotsParser(`${origin}/robots.txt`, rules).isAllowed(url.href, ROBOT) === false) {
    throw new FetchTrouble("refused", (say) => say.robots(hostOf(url)));
  }
}

async function robotsOf(origin: string, reading: Reading): Promise<Robots> {
  const known = await reading.memory.read(origin);
  if (known !== null && known.freshUntil > reading.now) return known;
  const robots = await fetchRobots(new URL("/robots.txt", origin), reading);
  await reading.memory.keep(origin, robots);
  return robots;
}

/** What keeps the page's own host from being asked is thrown; what goes wrong further on means "not now". */
async function fetchRobots(address: URL, { limits, allowHosts, now, ask }: Reading): Promise<Robots> {
  const until = (ms: number) => new Date(now.getTime() + ms);
  const all = { access: "ALL", rules: "", freshUntil: until(DAY) } as const;
  let answer = await ask(address);
  try {
    for (let hops = 0; ; hops += 1) {
      const next = nextAddress(answer, allowHosts);
      if (next === null) break;
      answer.drop();
      if (hops === limits.redirects) return all; // as good as none (RFC 9309, 2.3.1.2)
      answer = await ask(next);
    }
    const { status } = answer;
    if (status >= 200 && status < 300) {
      const bytes = await answer.bytes({ limit: limits.robotsBytes, cut: true });
      return { access: "RULES", rules: rulesOf(bytes), freshUntil: until(DAY) };
    }
    answer.drop();
    if (status >= 400 && status < 500 && status !== 429) return all;
    const wait = retryAfter(answer.header("retry-after"), now) ?? FOR_NOW;
    return { access: "NONE", rules: "", freshUntil: until(wait) };
  } catch (error) {
    if (!(error instanceof FetchTrouble)) throw error;
    return { access: "NONE", rules: "", freshUntil: until(FOR_NOW) };
  }
}

/** Without the byte order mark and without U+0000, which no database keeps. */
function rulesOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replaceAll("\0", "");
}
