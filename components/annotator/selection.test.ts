import { describe, expect, test } from "vitest";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { type Core, openNewForm } from "./acts";
import { type AnnotatorEvent, initialState, NEW, next } from "./annotator-state";
import type { Row } from "./rows";
import { selectedSpan, wordsSelected } from "./selection";

const said = words.desk.said;
const PARTS = [
  "Harbour to be mended",
  "The crane will be mended, she said.",
  "Nobody asked the 👨‍👩‍👧 crew.",
];
const TEXT = PARTS.join("\n\n");
const at = (part: string): Span => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const segments = PARTS.map(at);
const [TITLE, BODY, END] = segments as [Span, Span, Span]; // one for each of the three parts
const page = { text: TEXT, language: "en", segments };
const from = (start: string, end: string): Span => ({ start: at(start).start, end: at(end).end });

describe("which words a selection means", () => {
  const of = (selected: Span) => {
    const found = wordsSelected(page, selected);
    return found.kind === "words" ? [TEXT.slice(found.span.start, found.span.end), found.isCut] : found.kind;
  };
  test.each([
    ["crane will", from("crane", "will"), ["crane will", false]],
    ["a word half selected", from("ane", "wil"), ["crane will", false]],
    ["a whole part", BODY, ["The crane will be mended, she said.", false]],
    [
      "with the space behind it",
      { start: BODY.start, end: END.start },
      ["The crane will be mended, she said.", false],
    ],
    ["begun in the space before it", { start: TITLE.end, end: at("crane").end }, ["The crane", false]],
    ["from one part into the next", from("be mended,", "Nobody"), ["be mended, she said.", true]],
    ["through three parts", from("to be", "asked"), ["to be mended", true]],
    [
      "from the space before a part into the next",
      { start: TITLE.end, end: at("Nobody").end },
      [PARTS[1], true],
    ],
    ["half a family", { start: at("👨").start, end: at("👨").start + 2 }, ["👨‍👩‍👧", false]],
    ["the space between two parts", { start: TITLE.end, end: BODY.start }, "blank"],
    ["the space between two words", { start: at("crane").end, end: at("crane").end + 1 }, "blank"],
    ["the whole page", { start: 0, end: TEXT.length }, "page"],
    ["all of its words", { start: TITLE.start, end: END.end }, "page"],
  ])("%s", (_, selected, means) => {
    expect(of(selected)).toEqual(means);
  });

  test("a page of one part can be a statement as a whole", () => {
    const found = wordsSelected(
      { text: "It rains.", language: null, segments: [{ start: 0, end: 9 }] },
      { start: 0, end: 9 },
    );
    expect(found).toEqual({ kind: "words", span: { start: 0, end: 9 }, isCut: false });
  });
});

describe("what is selected on the screen", () => {
  const pieces = PARTS.map((part) => ({
    dataset: { at: String(at(part).start) },
    firstChild: { textContent: part },
  }));
  const root = { querySelectorAll: () => pieces } as unknown as HTMLElement;
  /** A selection from a place in one piece to a place in another; `null` is outside of all of them. */
  function selection(
    first: number,
    start: number | null,
    last: number,
    end: number | "before" | null,
    isCollapsed = false,
  ) {
    const container = (piece: number, offset: number | "before" | null) =>
      offset === null ? {} : offset === "before" ? pieces[piece] : pieces[piece]?.firstChild;
    const range = {
      startContainer: container(first, start),
      startOffset: start ?? 0,
      endContainer: container(last, end),
      endOffset: typeof end === "number" ? end : 0,
      intersectsNode: (piece: (typeof pieces)[number]) =>
        pieces.indexOf(piece) >= first && pieces.indexOf(piece) <= last,
    };
    return { isCollapsed, rangeCount: 1, getRangeAt: () => range } as unknown as Selection;
  }
  test.each([
    ["within a piece", selection(1, 4, 1, 9), from("crane", "crane")],
    ["across pieces", selection(0, 8, 2, 6), from("to be", "Nobody")],
    [
      "by three clicks, up to where the next piece begins",
      selection(1, 0, 2, "before"),
      { start: BODY.start, end: END.start },
    ],
    [
      "all of the page, from outside of its text",
      selection(0, null, 2, null),
      { start: 0, end: TEXT.length },
    ],
    ["nothing, at a caret", selection(1, 4, 1, 4, true), null],
    ["nothing, elsewhere on the screen", selection(3, null, 3, null), null],
  ])("%s", (_, selected, span) => {
    expect(selectedSpan(root, selected)).toEqual(span);
  });
  test("nothing, where there is no pane or no selection", () => {
    expect(selectedSpan(null, selection(1, 4, 1, 9))).toBeNull();
    expect(selectedSpan(root, null)).toBeNull();
  });
});

/** A desk at one row, with what is selected in its text. */
function deskAt(
  selected: Span | null,
  kind: Row["kind"] = "suggestion",
  canWrite = true,
  state = initialState("r", {}),
) {
  const core = {
    desk: { version: { text: TEXT, language: "en" }, segments, review: {} } as unknown as ArticleDesk,
    row: { key: "r", kind, ...BODY, segment: 1 } as unknown as Row,
    rows: [],
    state,
    canWrite,
    waitFor: async (_key: string, _command: unknown, outcome: Outcome) => outcome,
    keepDraft: () => {},
    selection: () => selected,
    dispatch: (event: AnnotatorEvent) => {
      core.state = next(core.state, event);
    },
  };
  openNewForm(core as unknown as Core);
  const form = core.state.forms[NEW];
  const { start, end } = form?.form ?? { start: 0, end: 0 };
  return { state: core.state, isCut: form?.isCut, reads: TEXT.slice(start, end) };
}

describe("a new statement", () => {
  test("is of the selected words", () => {
    const { state, isCut, reads } = deskAt(from("crane", "will"));
    expect(reads).toBe("crane will");
    expect(isCut).toBe(false);
    expect(state.said.text).toBe(said.formOpened);
  });

  test("across two parts is of the first one’s, and says so: aloud, and in the form", () => {
    const { state, isCut, reads } = deskAt(from("she said", "Nobody"));
    expect(reads).toBe("she said.");
    expect(isCut).toBe(true);
    expect(state.said.text).toBe(`${said.formOpened} ${said.cutToPart}`);
  });

  test.each([
    ["the whole page", { start: 0, end: TEXT.length }, said.noWords.page],
    ["nothing but space", { start: TITLE.end, end: BODY.start }, said.noWords.blank],
    ["nothing, at a row that somebody marked", null, said.noWords.none],
  ])("isn’t made of %s, and it is said what to do, where everybody sees it", (_, selected, tell) => {
    const { state } = deskAt(selected);
    expect(state.forms).toEqual({});
    expect(state.said.text).toBe(tell);
    expect(state.trouble).toEqual({ message: tell, isSignedOut: false });
  });

  test("that was begun is gone on with, whatever else is selected", () => {
    const begun = deskAt(from("crane", "will"));
    const { state, reads } = deskAt({ start: 0, end: TEXT.length }, "sentence", true, begun.state);
    expect(reads).toBe("crane will");
    expect(state.trouble).toBeNull();
  });

  test("of nothing selected is the row that nobody marked", () => {
    expect(deskAt(null, "sentence").reads).toBe(PARTS[1]);
  });

  test("isn’t begun by whoever may not write", () => {
    const { state } = deskAt(from("crane", "will"), "sentence", false);
    expect(state.forms).toEqual({});
    expect(state.said.text).toBe(said.readOnly);
  });
});
