import type { ImportView } from "#lib/domain/import-views";
import type { Tally } from "#lib/domain/imports";
import { addressComplaint, WEB_ADDRESS_LENGTH } from "#lib/domain/web-addresses";
import * as words from "#lib/words";
import { isMoving } from "./import-words";
import { complaintOfFile } from "./page-given";

const several = words.severalImports;

/** Several pages given at once, each on its own way: files from this machine, or addresses. */

export interface BatchItem {
  readonly key: number;
  readonly name: string;
  readonly given: { readonly file: File } | { readonly address: string };
  readonly state: ItemState;
}

export type ItemState =
  | { readonly kind: "waiting" }
  | { readonly kind: "leftOut" }
  | { readonly kind: "sending" }
  /** It didn't arrive, and may be sent again. */
  | { readonly kind: "unsent"; readonly message: string }
  /** Sending it again would be refused again. */
  | { readonly kind: "refused"; readonly message: string }
  /** It is an import. `seen` is how that stood last; null until it was looked at. */
  | { readonly kind: "sent"; readonly importId: string; readonly seen: ImportView | null };

export async function batchOfFiles(files: readonly File[]): Promise<BatchItem[]> {
  return Promise.all(
    files.map(async (file, key) => {
      const message = await complaintOfFile(file);
      return { key, name: file.name, given: { file }, state: begin(message) };
    }),
  );
}

/** One on each line; empty lines count for nothing, and an address that stood above already is refused. */
export function batchOfAddresses(text: string): BatchItem[] {
  const seen = new Set<string>();
  return linesOf(text).map((address, key) => {
    const message = seen.has(address) ? several.sameTwice : complaintOfAddress(address);
    seen.add(address);
    return { key, name: address, given: { address }, state: begin(message) };
  });
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function complaintOfAddress(address: string): string | null {
  const complaint = addressComplaint(address);
  if (complaint === null) return null;
  const { longText, ...said } = words.sentComplaints;
  const sentence = complaint === "longText" ? longText(WEB_ADDRESS_LENGTH) : said[complaint];
  return sentence.replace(/[^.]$/, "$&.");
}

const begin = (message: string | null): ItemState =>
  message === null ? { kind: "waiting" } : { kind: "refused", message };

/** Imports that were sent, as they stand now. */
export function withSeen(items: readonly BatchItem[], views: readonly ImportView[]): BatchItem[] {
  const byId = new Map(views.map((view) => [view.id, view]));
  return items.map((item) => {
    const view = item.state.kind === "sent" ? byId.get(item.state.importId) : undefined;
    return item.state.kind === "sent" && view !== undefined
      ? { ...item, state: { ...item.state, seen: view } }
      : item;
  });
}

/** Those of which more is to come. */
export function idsToFollow(items: readonly BatchItem[]): string[] {
  return items.flatMap(({ state }) =>
    state.kind === "sent" && (state.seen === null || isMoving(state.seen)) ? [state.importId] : [],
  );
}

/** Would closing this page lose one? */
export function isSending({ state }: BatchItem): boolean {
  return state.kind === "waiting" || state.kind === "sending";
}

export function tally(items: readonly BatchItem[]): Tally {
  const count = (is: (state: ItemState) => boolean) => items.filter(({ state }) => is(state)).length;
  const seen = (state: ItemState) => (state.kind === "sent" ? state.seen?.state : undefined);
  return {
    all: items.length,
    toSend: items.filter(isSending).length,
    sent: count(({ kind }) => kind === "sent"),
    read: count((state) => seen(state) === "DONE"),
    refused: count((state) => state.kind === "refused" || seen(state) === "REFUSED"),
    cancelled: count((state) => state.kind === "leftOut" || seen(state) === "CANCELLED"),
    unsent: count(({ kind }) => kind === "unsent"),
  };
}

/** How far all of them are, in [0, 1]: half of each is to be sent, half to come to an end. */
export function progressOf(items: readonly BatchItem[]): number {
  const { all, toSend, read, refused, cancelled, unsent } = tally(items);
  return all === 0 ? 1 : (all - toSend - unsent + read + refused + cancelled) / (2 * all);
}
