import { isOnItsWay } from "#lib/domain/import-states";
import type { ImportView } from "#lib/domain/import-views";
import * as words from "#lib/words";

/** Will it go on by itself? */
export function isMoving({ state }: ImportView): boolean {
  return isOnItsWay(state);
}

/** Did it end without a page? Then it can be tried again. */
export function hasFailed({ state }: ImportView): boolean {
  return state === "REFUSED" || state === "CANCELLED";
}

/** What an import that is still to be fetched waits for; null for any other. */
export function fetchState(given: ImportView): "QUEUED" | "RUNNING" | "AGAIN" | "TURN" | null {
  const { state, step, nextTryAt, message } = given;
  if (step !== "FETCH" || (state !== "QUEUED" && state !== "RUNNING")) return null;
  if (state === "RUNNING" || nextTryAt === null) return state;
  return message === null ? "TURN" : "AGAIN";
}

export function stateWords(given: ImportView): string {
  const fetching = fetchState(given);
  return fetching === null
    ? words.desk.queue.importStates[given.state]
    : words.desk.queue.fetchStates[fetching];
}

/** How it stands, as the sentence that its page begins with. */
export function headWords(given: ImportView): string {
  const fetching = fetchState(given);
  return fetching === null ? words.oneImport.is[given.state] : words.oneImport.isFetched[fetching];
}
