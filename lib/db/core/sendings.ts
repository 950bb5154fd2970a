import { database, type Tx } from "./client";
import { sha256 } from "./hash";
import { seal, unseal } from "./sealed";

/** What was sent already, so that sending it again does nothing. Kept for a day, and tidied away every hour. */

export interface Sending {
  /** Null where nothing names the sending: then it is done as often as it is asked. */
  readonly key: string | null;
  /** Null where nobody is signed in, and what was sent says who may. */
  readonly actorId: string | null;
  readonly action: string;
  /** As the verb reads it: other words under one key are another act. */
  readonly input: unknown;
}

const KEPT_HOURS = 24;

/**
 * Do `work` once: whoever sends the same again gets the answer of the first time.
 *
 * The row is written before the work, in its transaction: a second sending waits for the first one to end, and where that was refused, it
 * is asked anew. The answer is sealed with the sending's own key, of which the database has only a hash: a token or a link that is shown
 * once can be shown again to whoever sent the form, and to nobody who reads the database. It is plain JSON.
 */
export async function once<Result>(
  tx: Tx,
  sending: Sending,
  now: Date,
  work: () => Promise<Result>,
): Promise<Result> {
  const { key } = sending;
  if (key === null) return work();
  const id = idOf(sending);
  const { count } = await tx.sending.createMany({ data: { id, at: now }, skipDuplicates: true });
  if (count === 0) return answerUnder<Result>(tx, id, key);
  const result = await work();
  const sealed = seal(JSON.stringify(result ?? null), id, key);
  await tx.sending.update({ where: { id }, data: { sealed } });
  return result;
}

/** What was answered when this was sent before; null where it wasn't. For what a used link refuses before any work. */
export async function answerBefore<Result>(sending: Sending): Promise<Result | null> {
  const id = idOf(sending);
  if (sending.key === null || (await database().sending.count({ where: { id } })) === 0) return null;
  return answerUnder<Result>(database(), id, sending.key);
}

async function answerUnder<Result>(tx: Pick<Tx, "sending">, id: string, key: string): Promise<Result> {
  const { sealed } = await tx.sending.findUniqueOrThrow({ where: { id } });
  // The cast holds: what is kept under this id is what this very act answered.
  return JSON.parse(unseal(sealed ?? "", id, key)) as Result;
}

function idOf({ key, actorId, action, input }: Sending): string {
  const plain = (_: string, value: unknown) => (value instanceof Uint8Array ? sha256(value) : value);
  return sha256(JSON.stringify([key, actorId, action, input], plain));
}

/** Forget what was sent more than a day ago. Returns how many there were. */
export async function forgetSendings(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  return (await database().sending.deleteMany({ where: { at: { lt: before } } })).count;
}
