import { checkRecord } from "#lib/db/audit/checks";
import { keepHeads } from "#lib/db/audit/heads";

/**
 * Check what came to the record since the last time, and sign the heads that are due. What doesn't add up goes to the log as an error;
 * readers and admins are told by the kept check.
 *
 * `folder` is where the key and the signed heads lie; where it is null, nothing is signed.
 */
export async function runCheck(folder: string | null, now: () => Date): Promise<void> {
  const state = await checkRecord(now);
  if (state !== null && state.faultCount > 0) {
    const { faultCount, faults, head } = state;
    console.error(JSON.stringify({ level: "error", event: "record-broken", faultCount, faults, head }));
    return; // The head of a broken chain is not signed.
  }
  if (folder !== null) await keepHeads(folder, now());
}
