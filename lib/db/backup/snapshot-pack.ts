import { createReadStream } from "node:fs";
import { join } from "node:path";

/**
 * The snapshot folder's files in a part of a backup, one after the other: the hash of the page's bytes, a space, the length of the
 * packed file in decimal, a line end, the packed file.
 */

export interface Packed {
  /** Of the page's own bytes, SHA-256 in hex. */
  readonly hash: string;
  /** As the snapshot folder keeps them. */
  readonly packed: Buffer;
}

const HEADING = /^([0-9a-f]{64}) (\d{1,12})$/;
const LONGEST_HEADING = 80;

export function asEntry({ hash, packed }: Packed): Buffer {
  return Buffer.concat([Buffer.from(`${hash} ${packed.length}\n`), packed]);
}

/** One at a time. Throws Error where the part is no such list. */
export async function* entriesIn(folder: string, file: string): AsyncGenerator<Packed> {
  let held: Buffer[] = [];
  let size = 0;
  const take = () => {
    const all = Buffer.concat(held);
    held = [];
    return all;
  };
  let wanted: { hash: string; length: number } | null = null;
  for await (const chunk of createReadStream(join(folder, file)) as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (wanted !== null && size < wanted.length) continue;
    let rest = take();
    for (;;) {
      if (wanted === null) {
        const end = rest.indexOf(10);
        if (end === -1 && rest.length < LONGEST_HEADING) break;
        const heading = HEADING.exec(rest.toString("latin1", 0, Math.max(0, end)));
        if (heading === null) throw new Error(`${file} is no pack of snapshots`);
        wanted = { hash: heading[1] ?? "", length: Number(heading[2]) };
        rest = rest.subarray(end + 1);
      }
      if (rest.length < wanted.length) break;
      yield { hash: wanted.hash, packed: rest.subarray(0, wanted.length) };
      rest = rest.subarray(wanted.length);
      wanted = null;
    }
    held = [rest];
    size = rest.length;
  }
  if (size > 0 || wanted !== null) throw new Error(`${file} ends in the middle of a snapshot`);
}
