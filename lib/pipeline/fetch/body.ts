import { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchTrouble } from "./trouble";

interface BodyRules {
  /** For sentences. */
  readonly host: string;
  /** The Content-Encoding header; null without one. */
  readonly coding: string | null;
  /** The most bytes, on the wire and once unpacked. */
  readonly bytes: number;
  /** What lies beyond is dropped instead of refused. */
  readonly cut?: boolean;
}

/**
 * A whole body, unpacked. Bytes are counted while they stream, before and after unpacking, so that a small file that unpacks
 * to a huge one is given up as soon as it is too large.
 *
 * Throws   FetchTrouble: `refused` when too large, packed twice, packed in an unknown way, or damaged; `later` when it ends early.
 */
export async function readBody(body: Readable, rules: BodyRules): Promise<Uint8Array> {
  const [coding, ...others] = codingsOf(rules.coding);
  try {
    if (others.length > 0) throw new FetchTrouble("refused", (say) => say.compression(rules.host));
    return await gathered(coding === undefined ? counted(body, rules) : unpacked(body, coding, rules));
  } catch (error) {
    throw packingTrouble(error, rules.host) ?? error;
  } finally {
    body.destroy();
  }
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  for await (const piece of pieces) kept.push(piece);
  return Buffer.concat(kept);
}

/** Names in lower case, in the order of packing; nothing for a body that isn't packed. */
function codingsOf(header: string | null): string[] {
  const names = (header ?? "").split(",").map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== "" && name !== "identity");
}

async function* unpacked(body: Readable, coding: string, rules: BodyRules) {
  const pieces = counted(body, rules);
  const start = await pieces.next();
  if (start.done) return;
  const decoder = decoderOf(coding, start.value[0] ?? 0);
  if (decoder === null) throw new FetchTrouble("refused", (say) => say.compression(rules.host));
  const packed = Readable.from(again(start.value, pieces));
  packed.on("error", (error) => decoder.destroy(error));
  try {
    yield* counted(packed.pipe(decoder), rules);
  } finally {
    packed.destroy();
    decoder.destroy();
  }
}

async function* again(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first;
  yield* rest;
}

async function* counted(source: AsyncIterable<Uint8Array>, { host, bytes, cut = false }: BodyRules) {
  let count = 0;
  for await (const piece of source) {
    const room = bytes - count;
    count += piece.byteLength;
    if (count <= bytes) yield piece;
    else if (cut) {
      yield piece.subarray(0, room);
      return;
    } else throw new FetchTrouble("refused", (say) => say.tooLarge(host));
  }
}

function decoderOf(coding: string, firstByte: number) {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      // Some servers leave out zlib's header, whose low four bits are 8 (RFC 1950, 2.2).
      return (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

function packingTrouble(error: unknown, host: string): FetchTrouble | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const code = String(error.code);
  if (code === "Z_BUF_ERROR") return new FetchTrouble("later", (say) => say.cutOff(host), { cause: error });
  if (!/^Z_|^ERR__ERROR/.test(code)) return null;
  return new FetchTrouble("refused", (say) => say.compression(host), { cause: error });
}
