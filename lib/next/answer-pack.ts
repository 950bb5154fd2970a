import { strToU8, zipSync } from "fflate";
import { missing } from "./answer-missing";

/** A moment for files that have none of their own, so that the same pack is the same bytes. ZIP has no year before 1980. */
const NO_MOMENT = new Date(1980, 0, 1);

/** `path` is relative, with "/" between folders. */
interface File {
  readonly path: string;
  readonly text: string;
}

/** A ZIP file in a folder of its own; 404 or 410 with a sentence where there is nothing to pack. `name` is the claim's address. */
export async function answerPack(name: string, files: readonly File[] | null): Promise<Response> {
  if (files === null) {
    const { status, sentence } = await missing({ kind: "CLAIM", slug: name });
    return Response.json({ error: sentence }, { status });
  }
  const folder = `onrecord-${name}`;
  const packed = Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)]));
  // The lowest level: JSON shrinks to a fifth of itself, and no reader waits behind it.
  const zip = zipSync(packed, { level: 1, mtime: NO_MOMENT });
  return new Response(new Uint8Array(zip), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${folder}.zip"`,
    },
  });
}
