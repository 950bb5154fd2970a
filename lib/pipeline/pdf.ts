import { getResolvedPDFJS } from "unpdf";
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import type { UnreadReason } from "#lib/domain/claims";
import { laidOut, linesOf, type Piece, withoutRunningHeads } from "./pdf/reading-order";

/** So many pages are read, and so many UTF-16 units and pieces of text. */
const MOST_PAGES = 500;
const MOST_TEXT = 4_000_000;
const MOST_PIECES = 1_000_000;

/**
 * The text of a PDF. `orders` are several ways to read the same pages, the likeliest first: a PDF says where its letters stand, and not in which
 * order they are read. Each holds all pages that were read; `isCut` where there are more.
 */
export type PdfText =
  | { readonly kind: "text"; readonly orders: readonly (readonly string[])[]; readonly isCut: boolean }
  | { readonly kind: "unread"; readonly why: UnreadReason };

/**
 * Nothing of the document is run, drawn, or fetched: no scripts, no forms, no fonts or tables from elsewhere. Whoever calls this bounds its time and
 * its memory, which a small file can ask for without end.
 */
const CAREFUL = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 1,
  verbosity: 0,
};

/** Reads a copy of `bytes`. What is wrong with the document is an answer, never an error. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({ ...CAREFUL, data: new Uint8Array(bytes) });
  try {
    return await textOf(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { kind: "unread", why: isLocked ? "LOCKED" : "BROKEN" };
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function textOf(document: PDFDocumentProxy): Promise<PdfText> {
  const asWritten: string[][] = [];
  const asLaidOut: string[][] = [];
  let units = 0;
  let pieces = 0;
  let broken = 0;
  const last = Math.min(document.numPages, MOST_PAGES);
  let number = 0;
  while (number < last && units < MOST_TEXT && pieces < MOST_PIECES) {
    number += 1;
    const page = await piecesOf(document, number);
    if (page === null) broken += 1;
    asWritten.push(linesOf(page ?? []));
    asLaidOut.push(laidOut(page ?? []));
    pieces += page?.length ?? 0;
    units += page?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  }
  if (asWritten.every((lines) => lines.join("").trim() === "")) {
    return { kind: "unread", why: broken > 0 ? "BROKEN" : "NO_TEXT" };
  }
  const orders = [asWritten, withoutRunningHeads(asWritten), asLaidOut, withoutRunningHeads(asLaidOut)];
  return {
    kind: "text",
    orders: orders.map((pages) => pages.map((lines) => lines.join("\n"))),
    isCut: number < document.numPages,
  };
}

/** Null where this page is broken: others may be whole. */
async function piecesOf(document: PDFDocumentProxy, number: number): Promise<Piece[] | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item) =>
      "str" in item
        ? {
            text: item.str,
            isRtl: item.dir === "rtl",
            endsLine: item.hasEOL,
            x: Number(item.transform[4]),
            y: Number(item.transform[5]),
            width: item.width,
            height: item.height,
          }
        : [],
    );
  } catch {
    return null;
  }
}
