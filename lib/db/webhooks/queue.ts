import type { Tx } from "#lib/db/core/client";

/** Our own faults are tried again so often by the queue; what an address answers is tried again by the webhook's own clock. */
const TRIES = 25;

/**
 * Have the webhook look for what it has to send, at this moment. One webhook has one job that waits, and sends one message at a time. The job that runs
 * names its next moment with `isOwn`: somebody who woke the webhook meanwhile was first.
 */
export async function wakeAt(
  tx: Pick<Tx, "$executeRaw">,
  webhookId: string,
  at: Date,
  { isOwn = false }: { readonly isOwn?: boolean } = {},
): Promise<void> {
  const name = `webhook:${webhookId}`;
  const mode = isOwn ? "preserve_run_at" : "replace";
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('webhook', ${JSON.stringify({ webhookId })}::json, queue_name := ${name},
      job_key := ${name}, run_at := ${at}::timestamptz, max_attempts := ${TRIES}::int, job_key_mode := ${mode})`;
}
