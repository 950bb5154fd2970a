import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** In seconds. */
const WINDOW = 10;

/**
 * How often one client may ask in ten seconds. Counted in the memory of each web process: what it protects is that process, a refusal has
 * to cost less than an answer, and a row in the database for each request would cost more than many of the answers.
 */
export class ClientLimit {
  readonly #limiter: RateLimiterMemory | null;

  /** `most` requests in ten seconds; 0 for no limit. */
  constructor(most: number) {
    this.#limiter = most === 0 ? null : new RateLimiterMemory({ points: most, duration: WINDOW });
  }

  /** Seconds until `client` may ask again; null where it may now. */
  async refusal(client: string): Promise<number | null> {
    try {
      await this.#limiter?.consume(client);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}
