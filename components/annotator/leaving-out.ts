import { gapsOf, leaveOut, takeIn, withSeparators } from "#lib/domain/content-pieces";
import { overlap, type Span } from "#lib/text/span";
import * as words from "#lib/words";
import { type Core, mayWrite, openForm, say } from "./acts";
import { type Marked, markedOf, type Page, withPieces } from "./ends";
import { heldOf, markedHere, pageOf, wordsOf } from "./moving";
import type { StatementForm } from "./statement-form";
import { snapToWords, wordSpans } from "./word-spans";

const said = words.desk.said;

/** Words inside of a statement that are not said in it are left out of it, and taken back in: by a key, by a button in its form. */

/** The key: what is left out already and chosen is taken back in, unless words are selected that can be left out; else as the button. */
export function leaveWordsOut(core: Core): void {
  if (!mayWrite(core)) return;
  const held = heldOf(core);
  if (held?.chosen.of === "leftOut" && withoutSelected(core, held.marked) === null)
    takeWordsIn(core, held.chosen.index, null);
  else leaveMoreOut(core);
}

/**
 * Leave the selected words out of the statement that one is at. Where none of its words are selected its source is left out with what
 * credits it, or else a word whose ends can then be moved.
 */
export function leaveMoreOut(core: Core): void {
  if (!mayWrite(core)) return;
  const marked = markedHere(core);
  if (!marked) {
    say(core, said.notHere);
    return;
  }
  const page = pageOf(core);
  const others = [...creditsIn(page.text, marked), ...secondWord(page, marked)];
  const after = withoutSelected(core, marked) ?? firstThatGoes(page, marked, others);
  if (after) change(core, marked, after);
  else say(core, said.cantLeaveOut);
}

/** The statement without its words that are selected; null where none are, or they can't be left out. */
function withoutSelected(core: Core, marked: Marked): Changed | null {
  const page = pageOf(core);
  const selected = core.selection();
  return selected && firstThatGoes(page, marked, [snapToWords(page.text, selected, marked, page.language)]);
}

function change(core: Core, before: Marked, after: Changed): void {
  const marked = markedOf(core.desk.version.text, { ...before, ...after });
  const index = marked.leftOut.findIndex(
    (gap) => !before.leftOut.some((old) => old.start === gap.start && old.end === gap.end),
  );
  const isInside = index !== -1;
  const reads = wordsOf(core, marked, isInside ? { of: "leftOut", index } : { of: "statement" });
  const tell = isInside ? said.leftOut(reads) : said.leftOutAtEnd(reads);
  openForm(core, null, (form) => ({ ...form, ...after }), tell);
  if (isInside) core.dispatch({ type: "chose", chosen: { of: "leftOut", index }, say: tell });
}

/** What stands between two pieces is said as well. `index` counts what is left out, in the order of the text; `focusId` is where the focus goes, null where it stays. */
export function takeWordsIn(core: Core, index: number, focusId: string | null): void {
  if (!mayWrite(core)) return;
  const marked = markedHere(core);
  const gap = marked?.leftOut[index];
  if (!marked || !gap) return;
  const { text } = core.desk.version;
  const { start, end, content = [] } = takeIn(withPieces(text, marked), index);
  const pieces = content.map((piece) => ({ start: piece.start, end: piece.end }));
  openForm(
    core,
    focusId,
    (form) => ({ ...form, start, end, content: pieces }),
    said.takenIn(text.slice(gap.start, gap.end)),
  );
}

type Changed = Pick<StatementForm, "start" | "end" | "content">;

/** The statement without the first of these that can be left out of it; null where none can be. */
function firstThatGoes({ text }: Page, marked: Marked, gaps: readonly (Span | null)[]): Changed | null {
  const before = withPieces(text, marked);
  for (const gap of gaps) {
    const after = gap && leaveOut(text, before, gap);
    if (!after) continue;
    const content = (after.content ?? []).map(({ start, end }) => ({ start, end }));
    return { start: after.start, end: after.end, content };
  }
  return null;
}

/** The places of the source and of the cue that lie in the statement, neighbours as one, with the commas around them. */
function creditsIn(text: string, marked: Marked): Span[] {
  const places = [...marked.source, ...marked.cue]
    .filter((place) => overlap(place, marked) > 0)
    .toSorted((a, b) => a.start - b.start);
  const runs: { start: number; end: number }[] = [];
  for (const place of places) {
    const { start, end } = withSeparators(text, place, marked);
    const last = runs.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}

/** Its second word, where it has one: there begins who has only keys, where no source is in the statement. */
function secondWord({ text, language }: Page, marked: Marked): Span[] {
  const left = gapsOf(withPieces(text, marked));
  const isWord = (word: Span) =>
    /[\p{L}\p{N}]/u.test(text.slice(word.start, word.end)) && !left.some((gap) => overlap(gap, word) > 0);
  const list = wordSpans(text, marked, language).filter(isWord);
  return list.slice(1, 2);
}
