/** An answer of more bytes than this is given up. */
export const MOST_ANSWER = 1_000_000;

/** Statuses whose answers have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

export class TooLongError extends Error {}

/**
 * The fetch that a language model is asked by: it follows no redirect, which would take the key elsewhere, and reads no more than `MOST_ANSWER` bytes, packed or not.
 *
 * Throws   TooLongError; and what `fetch` throws.
 */
export const answerWithin: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "manual", cache: "no-store" });
  const { status, headers } = response;
  const body = await bytesOf(response);
  const type = headers.get("content-type") ?? "application/json";
  return new Response(BODILESS.has(status) ? null : body, {
    status,
    headers: { "content-type": type },
  });
};

async function bytesOf(response: Response): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) return new Blob(parts).arrayBuffer();
    size += read.value.byteLength;
    if (size > MOST_ANSWER) {
      await reader?.cancel();
      throw new TooLongError("the answer is too long");
    }
    parts.push(new Uint8Array(read.value));
  }
}
