import { MAX_PAGE_BYTES } from "#lib/domain/import";
import { words } from "#lib/domain/words";

export interface PageGiven {
  readonly mode: "text" | "html" | "file" | "address";
  readonly text: string;
  readonly html: string;
  readonly address: string;
  readonly file: File | null;
}

const said = words.desk.importing.errors;
const LOOKED_AT = 4096;

/** What can be told before anything is sent: nothing given, too much, or no text at all. The server looks again. */
export async function complaintOfPage(given: PageGiven): Promise<string | null> {
  if (given.mode === "address") return given.address.trim() === "" ? said.noAddress : null;
  if (given.mode !== "file") {
    const content = given[given.mode];
    if (content.trim() === "") return given.mode === "html" ? said.emptyHtml : said.emptyText;
    return complaintOfSize(new TextEncoder().encode(content).length);
  }
  if (given.file === null) return said.noFile;
  if (given.file.size === 0) return said.emptyFile;
  const tooLarge = complaintOfSize(given.file.size);
  if (tooLarge) return tooLarge;
  const start = new Uint8Array(await given.file.slice(0, LOOKED_AT).arrayBuffer());
  return isBinary(start) ? said.binary : null;
}

function complaintOfSize(bytes: number): string | null {
  return bytes > MAX_PAGE_BYTES ? said.tooLarge(sizeWords(bytes)) : null;
}

/** A zero byte is in every program and picture and in no page, but for UTF-16, which begins with its mark. */
export function isBinary(start: Uint8Array): boolean {
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const isPdf = new TextDecoder("latin1").decode(start.slice(0, 5)) === "%PDF-";
  return isPdf || (!isUtf16 && start.includes(0));
}

export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))} kB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
}
