import { MAX_PAGE_BYTES } from "#lib/domain/bounds";

/** The longest line that is read, in bytes: a page of the largest size, with every character of it escaped. */
export const LONGEST_LINE = 4 * MAX_PAGE_BYTES;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where it is too long: it was passed over. */
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 0x0a;

/** The lines of a stream of bytes, without their ends; never more than one of them in memory. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<Line> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array) => {
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): Line => {
    const line = { number, bytes: length > longest ? null : Buffer.concat(pieces) };
    number += 1;
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}
