import type { DiffBlock } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { PiecesText } from "./pieces-text";

const said = words.versions.page;

/** The newer text with what was removed where it stood; stretches without a change fold away. */
export function ChangesText({ blocks }: { blocks: readonly DiffBlock[] }) {
  return (
    <div className="diff">
      {blocks.map((block, at) =>
        block.kind === "paragraph" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and paragraphs may be alike
          <p key={at} dir="auto">
            <PiecesText pieces={block.pieces} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <details key={at} className="diff-fold">
            <summary>{said.unchanged(block.words)}</summary>
            <div>
              {block.paragraphs.map((text, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <p key={line} dir="auto">
                  {text}
                </p>
              ))}
            </div>
          </details>
        ),
      )}
    </div>
  );
}
