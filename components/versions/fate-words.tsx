import type { FateView } from "#lib/domain/version-views";
import * as words from "#lib/words";
import { dayWords } from "#lib/words/moments";
import { PiecesText } from "./pieces-text";

const said = words.versions;

/** What became of a statement, since when, and why it is said: in words. */
export function FateWords({ fate, timeZone }: { fate: FateView; timeZone: string }) {
  return (
    <>
      <p className="val">{fateSentence(fate, timeZone)}.</p>
      {remarks(fate).map((remark) => (
        <p key={remark} className="why">
          {remark}
        </p>
      ))}
      {fate.pieces.length > 0 && (
        <blockquote className="diff-quote" dir="auto">
          <PiecesText pieces={fate.pieces} />
        </blockquote>
      )}
      {fate.perhaps !== null && (
        <>
          <p className="why">{said.perhaps}</p>
          <blockquote className="diff-quote" dir="auto">
            {fate.perhaps}
          </blockquote>
        </>
      )}
    </>
  );
}

/** Without the full stop. */
export function fateSentence({ kind, since, version }: FateView, timeZone: string): string {
  const day = (at: string) => dayWords(new Date(at), timeZone);
  if (kind !== "STANDS") return said.fateOf[kind](day(since ?? version.fetchedAt));
  if (since !== null) return said.fateOf.STANDS_AGAIN(version.number, day(since));
  return said.fateOf.STANDS(version.number, day(version.fetchedAt));
}

function remarks(fate: FateView): string[] {
  return [
    fate.isMoved ? said.elsewhere : null,
    fate.ownWordsStand ? said.ownWordsStand : null,
    fate.doubt && said.doubts[fate.doubt],
    fate.isAtLeast ? said.atLeast : null,
  ].filter((remark) => remark !== null);
}
