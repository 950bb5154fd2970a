import type { DiffBlock, ShownPiece } from "#lib/domain/version-views";

/** Paragraphs left to be seen before and after a change. */
const AROUND = 1;
/** Fewer than this are not worth folding. */
const LEAST_FOLDED = 2;

const LINE_END = /\n$/;

/** Cut pieces at line ends, and fold what nobody has to read. */
export function blocksOf(pieces: readonly ShownPiece[]): DiffBlock[] {
  const paragraphs = paragraphsOf(pieces);
  const isChanged = paragraphs.map((one) => one.some(({ kind }) => kind !== "SAME"));
  const isNear = (at: number) => isChanged.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true);
  const blocks: DiffBlock[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    let end = at;
    while (end < paragraphs.length && !isNear(end)) end += 1;
    if (end - at >= LEAST_FOLDED) blocks.push(folded(paragraphs.slice(at, end)));
    else for (const shown of paragraphs.slice(at, end)) blocks.push({ kind: "paragraph", pieces: shown });
    const near = paragraphs[end];
    if (near !== undefined) blocks.push({ kind: "paragraph", pieces: near });
    at = end + 1;
  }
  return blocks;
}

function folded(paragraphs: readonly (readonly ShownPiece[])[]): DiffBlock {
  const texts = paragraphs.map((pieces) => pieces.map(({ text }) => text).join(""));
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return { kind: "unchanged", paragraphs: texts, words };
}

/** Without those that hold nothing but white space. */
function paragraphsOf(pieces: readonly ShownPiece[]): ShownPiece[][] {
  const paragraphs: ShownPiece[][] = [[]];
  pieces.forEach(({ kind, text: whole }, at) => {
    // Where one word takes the place of another at a line's end, both lines end there: it is one end, after both words.
    const isReplaced =
      kind === "REMOVED" && pieces[at + 1]?.kind === "ADDED" && LINE_END.test(pieces[at + 1]?.text ?? "");
    const text = isReplaced ? whole.trimEnd() : whole;
    text.split(/\n+/).forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      if (part !== "") paragraphs.at(-1)?.push({ kind, text: part });
    });
  });
  return paragraphs.filter((one) => one.some(({ text }) => text.trim() !== ""));
}
