import type { ShownPiece } from "#lib/domain/version-views";
import * as words from "#lib/words";

const said = words.versions.page;

/** Words of a comparison: struck out what was removed, underlined what was added, and both said for whoever hears them. */
export function PiecesText({ pieces }: { pieces: readonly ShownPiece[] }) {
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length + 1;
    return <PieceText key={key} piece={piece} />;
  });
}

function PieceText({ piece: { kind, text } }: { piece: ShownPiece }) {
  if (kind === "SAME") return text;
  const Mark = kind === "REMOVED" ? "del" : "ins";
  // White space at its ends is no part of what was changed: a line through it would be seen, and mean nothing.
  const core = text.trim();
  if (core === "") return text;
  const start = text.indexOf(core);
  const [before, after] = [text.slice(0, start), text.slice(start + core.length)];
  return (
    <>
      {before}
      <Mark className="diff-mark">
        <span className="sr">[{kind === "REMOVED" ? said.removed : said.added} </span>
        {core}
        <span className="sr"> {said.end}]</span>
      </Mark>
      {after === "" && kind === "REMOVED" ? " " : after}
    </>
  );
}
