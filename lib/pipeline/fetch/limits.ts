import { MAX_PAGE_BYTES } from "#lib/domain/bounds";

/** What one fetch may cost. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Of a body as it comes over the wire, and again once it is unpacked. */
  readonly bytes: number;
  /** From the first connection to the last byte, with robots.txt, redirects and waiting for a turn. */
  readonly total: number;
  readonly connect: number;
  /** Until an answer's headers are whole. */
  readonly headers: number;
  /** Between two pieces of a body. */
  readonly idle: number;
  readonly headerBytes: number;
  readonly redirects: number;
  /** Of a robots.txt; what follows is not read (RFC 9309, 2.5 asks for at least 500 KiB). */
  readonly robotsBytes: number;
  /** For robots.txt alone. */
  readonly robotsTotal: number;
  /** The longest wait for a host's turn that is sat out; a longer one is given back to the queue. */
  readonly turn: number;
}

export const LIMITS: FetchLimits = {
  bytes: MAX_PAGE_BYTES,
  total: 45_000,
  connect: 10_000,
  headers: 15_000,
  idle: 10_000,
  headerBytes: 32 * 1024,
  redirects: 5,
  robotsBytes: 512 * 1024,
  robotsTotal: 15_000,
  turn: 1_000,
};
