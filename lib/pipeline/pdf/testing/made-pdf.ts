import { deflateSync } from "node:zlib";

/** PDFs of a few lines, made by hand: what tests read. A letter is half as wide as it is high, and its code is its UTF-16 unit. */

export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const SIZE = 10;

/** One line below the other from (`x`, `y`) on. */
export const lines = (x: number, y: number, ...texts: readonly string[]): Written[] =>
  texts.map((text, i) => ({ text, x, y: y - 14 * i }));

/** A PDF with a page for each list, and what is written on it in the order of the list. */
export const madePdf = (pages: readonly (readonly Written[])[]): Uint8Array =>
  pdfOf(pages.map((written) => Buffer.from(contentOf(written))));

/** The same, locked with a password that nobody knows. */
export const lockedPdf = (pages: readonly (readonly Written[])[]): Uint8Array =>
  pdfOf(
    pages.map((written) => Buffer.from(contentOf(written))),
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >> /ID [<00> <00>]`,
  );

/** One page whose content unpacks, twice, to `bytes` of nothing. */
export function bombPdf(bytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(bytes, " "), { level: 9 });
  return pdfOf([deflateSync(once, { level: 9 })], "", "/Filter [/FlateDecode /FlateDecode]");
}

/** One page, and a tree that says there are `count`. */
export const endlessPdf = (count: number): Uint8Array => pdfOf([Buffer.from("")], "", "", count);

function contentOf(written: readonly Written[]): string {
  return written
    .map(({ text, x, y }) => `BT /F1 ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
    .join("\n");
}

const hex = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");

const TO_UNICODE =
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end";

function pdfOf(contents: readonly Uint8Array[], trailer = "", stream = "", count = contents.length) {
  const objects: (string | readonly [string, Uint8Array])[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${count} /Kids [${contents.map((_, i) => `${7 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /Plain /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 500 800] >>",
    ["", Buffer.from(TO_UNICODE)],
    ...contents.flatMap((content, i): (string | readonly [string, Uint8Array])[] => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + 2 * i} 0 R >>`,
      [stream, content],
    ]),
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    if (typeof object === "string") {
      add(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
      continue;
    }
    const [entries, bytes] = object;
    add(Buffer.from(`${i + 1} 0 obj\n<< /Length ${bytes.length} ${entries} >>\nstream\n`));
    add(Buffer.from(bytes));
    add(Buffer.from("\nendstream\nendobj\n"));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
