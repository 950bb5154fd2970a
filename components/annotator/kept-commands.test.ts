import { describe, expect, test } from "vitest";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { StatementView } from "#lib/domain/statement-views";
import { fieldsOfStatement } from "./commands";
import { type Kept, type KeptEvent, keep, ownActs, shownDesk } from "./kept-commands";
import { deskOf, statement as joined, suggestion } from "./testing/views";

const statement: StatementView = { ...joined, revision: 1, claim: null, changedByName: "Bea" };
const waiting = deskOf({ suggestions: [suggestion] });
const accepted = (...statements: readonly StatementView[]) =>
  deskOf({ suggestions: [{ ...suggestion, decision: "ACCEPTED" }], statements });
const told = (...events: readonly KeptEvent[]) => events.reduce<readonly Kept[]>(keep, []);

const accept: KeptEvent = { type: "asked", turn: 1, command: { kind: "accept", suggestionId: "p" } };
const answered = (turn: number, answer: Record<string, string>): KeptEvent => ({
  type: "answered",
  turn,
  answer,
});
const edit = (statementId: string, revision: number, turn = 2): KeptEvent => {
  const fields = { ...fieldsOfStatement(statement), sourcing: "DOCUMENT" as const };
  return { type: "asked", turn, command: { kind: "edit", statementId, revision, fields } };
};
const shown = (desk: ArticleDesk, since: number, kept: readonly Kept[]) =>
  shownDesk(desk, since, kept, "Bea");

describe("a command shows", () => {
  test("from when it is asked, and after its answer, until a page is read that has its act", () => {
    expect(shown(waiting, 6, told(accept)).statements).toHaveLength(1);
    const kept = told(accept, answered(1, { statementId: "s", revision: "1", act: "7" }));
    expect(shown(waiting, 6, kept).statements).toMatchObject([{ id: "s", revision: 1 }]);
    // What a page that was read later holds is what stands: here somebody gave it back.
    expect(shown(waiting, 7, kept)).toEqual(waiting);
  });

  test("no longer where it was refused, or where its page came with the answer", () => {
    expect(shown(waiting, 6, told(accept, { type: "refused", turn: 1 }))).toEqual(waiting);
    expect(shown(waiting, 6, told(accept, answered(1, { statementId: "s" })))).toEqual(waiting);
  });

  test("while it is under way, whatever page is drawn", () => {
    const kept = told(accept, { type: "drawn", since: 99 });
    expect(shown(waiting, 99, kept).statements).toHaveLength(1);
  });

  test("once, on a page that was read while its act was kept", () => {
    const kept = told(accept, answered(1, { statementId: "s", act: "7" }));
    expect(shown(accepted(statement), 6, kept).statements).toEqual([statement]);
  });
});

test("taking back what was accepted leaves it waiting, on a page with both, with one, and with none of them", () => {
  const kept = told(
    accept,
    answered(1, { statementId: "s", act: "7" }),
    { type: "asked", turn: 2, command: { kind: "undecide", suggestionId: "p" } },
    answered(2, { act: "8" }),
  );
  for (const [desk, since] of [
    [waiting, 6],
    [accepted(statement), 6],
    [accepted(statement), 7],
    [waiting, 8],
  ] as const)
    expect(shown(desk, since, kept)).toMatchObject({ statements: [], suggestions: [{ decision: null }] });
});

test("accepting again while taking back is under way leaves it accepted", () => {
  const kept = told(
    { type: "asked", turn: 1, command: { kind: "undecide", suggestionId: "p" } },
    { type: "asked", turn: 2, command: { kind: "accept", suggestionId: "p" } },
  );
  expect(shown(accepted(statement), 6, kept)).toMatchObject({
    statements: [{ suggestionId: "p" }],
    suggestions: [{ decision: "ACCEPTED" }],
  });
});

test("what was asked of a statement before the record named it stays with it", () => {
  const both = told(accept, edit("foreseen-p", 1), answered(1, { statementId: "s", act: "7" }));
  expect(shown(waiting, 6, both).statements).toMatchObject([{ id: "s", revision: 2, sourcing: "DOCUMENT" }]);
  const drawn = keep(both, { type: "drawn", since: 7 });
  expect(shown(accepted(statement), 7, drawn).statements).toMatchObject([{ sourcing: "DOCUMENT" }]);
});

test("two edits one after the other stand on each other's revisions, and give way to a newer one by somebody else", () => {
  const kept = told(edit("s", 1, 1), answered(1, { act: "7" }), edit("s", 2, 2), answered(2, { act: "8" }));
  expect(shown(accepted(statement), 6, kept).statements).toMatchObject([{ revision: 3 }]);
  const theirs = { ...statement, revision: 4, changedByName: "Avan" };
  expect(shown(accepted(theirs), 6, kept).statements).toEqual([theirs]);
});

test("what a page has is forgotten, and nothing else; the acts that are left are known by their numbers", () => {
  const kept = told(edit("s", 1, 1), answered(1, { act: "7" }), edit("s", 2, 2), answered(2, { act: "9" }));
  expect([...ownActs(kept)]).toEqual([7, 9]);
  const later = keep(kept, { type: "drawn", since: 8 });
  expect([...ownActs(later)]).toEqual([9]);
  expect(keep(later, { type: "drawn", since: 8 })).toBe(later);
});
