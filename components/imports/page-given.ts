import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { binaryKind } from "#lib/text/binary";
import * as words from "#lib/words";
import { sizeWords } from "#lib/words/sizes";

const pages = words.pages;
const several = words.severalImports;

/** The ways to give a page. */
export const MODES = ["text", "html", "file", "address", "addresses"] as const;

export interface PageGiven {
  readonly mode: (typeof MODES)[number];
  readonly text: string;
  readonly html: string;
  readonly address: string;
  /** One on each line. */
  readonly addresses: string;
  readonly files: readonly File[];
}

const said = words.importing.errors;
const LOOKED_AT = 4096;

/** What can be told before anything is sent: nothing given, too much, or no text at all. The server looks again. */
export async function complaintOfPage(given: PageGiven): Promise<string | null> {
  switch (given.mode) {
    case "address":
      return given.address.trim() === "" ? said.noAddress : null;
    case "addresses":
      return given.addresses.trim() === "" ? several.noAddresses : null;
    case "file": {
      const [first] = given.files;
      if (first === undefined) return said.noFile;
      // Of several each is told by its name, beside it.
      return given.files.length > 1 ? null : complaintOfFile(first);
    }
    default: {
      const content = given[given.mode];
      if (content.trim() === "") return given.mode === "html" ? said.emptyHtml : said.emptyText;
      return complaintOfSize(new TextEncoder().encode(content).length);
    }
  }
}

/** What the server would say of this file, as far as its size and its first bytes tell; null where they tell nothing. */
export async function complaintOfFile(file: File): Promise<string | null> {
  if (file.size === 0) return said.emptyFile;
  const tooLarge = complaintOfSize(file.size);
  if (tooLarge !== null) return tooLarge;
  try {
    const kind = binaryKind(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
    return kind === null ? null : pages.binary(pages.binaryKinds[kind]);
  } catch {
    return several.unreadable;
  }
}

function complaintOfSize(bytes: number): string | null {
  return bytes > MAX_PAGE_BYTES ? said.tooLarge(sizeWords(bytes)) : null;
}
