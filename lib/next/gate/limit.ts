import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** In seconds. */
export const WINDOW = 10;

/** What a client may still ask. Seconds are whole, rounded up. */
export interface Share {
  readonly most: number;
  readonly left: number;
  /** Until it is full again. */
  readonly seconds: number;
  readonly isRefused: boolean;
}

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

  /** Count a request of `client`, and say what is left; null where there is no limit. */
  async take(client: string): Promise<Share | null> {
    if (this.#limiter === null) return null;
    try {
      return this.#shareOf(await this.#limiter.consume(client), false);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return this.#shareOf(refused, true);
    }
  }

  #shareOf({ remainingPoints, msBeforeNext }: RateLimiterRes, isRefused: boolean): Share {
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    return { most: this.#limiter?.points ?? 0, left: remainingPoints, seconds, isRefused };
  }
}
