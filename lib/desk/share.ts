import type { Tx } from "#lib/db/core/client";
import { type Asker, quotas, shareOf } from "#lib/db/people/quotas";
import { fullShare, turnOf } from "#lib/domain/quotas";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/**
 * A page that somebody gives, as part of their share: when its turn is, after what they have waiting.
 *
 * Throws   AppError `rate_limited` with what to do, where their share is full.
 */
export async function turnInShare(tx: Tx, asker: Asker, bytes: number, now: Date): Promise<number> {
  const share = await shareOf(tx, asker, now);
  const most = quotas();
  const full = fullShare(share, bytes, most);
  if (full !== null) throw new AppError("rate_limited", words.quotas[full](most[full]));
  return turnOf(share.waiting);
}
