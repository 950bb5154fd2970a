import type { FeedAnswer, FeedFailure } from "#lib/domain/feeds";
import type { FeedRetrieval, Validators } from "#lib/domain/retrieval";
import { AppError } from "#lib/errors";
import { readFeed } from "#lib/feeds/read";
import { type FetchSettings, fetchMeans } from "#lib/ingest";
import { fetchFeed } from "#lib/pipeline/fetch";

export interface FeedToAsk {
  readonly address: string;
  /** What its server said of the state that was read last; null for a feed that wasn't. */
  readonly known: Validators | null;
  /** Hosts, and the moments at which they are ours. */
  readonly turns: ReadonlyMap<string, Date>;
}

/** Ask a feed, and read what it answers. `turn`: the host is asked slowly, and it is ours at `at`. */
export async function askFeed(
  { address, known, turns }: FeedToAsk,
  settings: FetchSettings,
  now: Date,
): Promise<FeedAnswer | Extract<FeedRetrieval, { kind: "turn" }>> {
  const got = await fetchFeed(address, { ...fetchMeans(settings, turns), known });
  switch (got.kind) {
    case "turn":
      return got;
    case "unchanged":
      return { kind: "unchanged", movedTo: got.movedTo, pauseMs: got.maxAgeMs };
    case "refused":
      return failed(got.sentence, { isFinal: true, isGone: got.isGone });
    case "later":
      return failed(got.sentence, { isFinal: false, waitMs: got.waitMs });
    case "page":
      return answerIn(got, now);
  }
}

function answerIn(got: Extract<FeedRetrieval, { kind: "page" }>, now: Date): FeedAnswer {
  try {
    const { finalUrl, etag, lastModified, movedTo, maxAgeMs } = got;
    const read = readFeed({ bytes: got.bytes, mediaType: got.mediaType, url: finalUrl }, now);
    if (read.kind === "page") return read;
    const asked = Math.max(read.feed.pauseMs ?? 0, maxAgeMs ?? 0);
    return {
      kind: "feed",
      feed: read.feed,
      movedTo,
      found: { finalUrl, etag, lastModified },
      pauseMs: asked > 0 ? asked : null,
    };
  } catch (error) {
    if (error instanceof AppError) return failed(error.message, { isFinal: true });
    throw error;
  }
}

function failed(
  sentence: string,
  { isFinal, isGone = false, waitMs = null }: Partial<FeedFailure> & { readonly isFinal: boolean },
): FeedFailure {
  return { kind: "failed", sentence, isFinal, isGone, waitMs };
}
