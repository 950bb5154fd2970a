import { describe, expect, test } from "vitest";
import { type Command, fieldsOfStatement, foreseen, inverseOf, refreshed } from "./commands";
import { deskOf, FACTS, statement, suggestion } from "./testing/views";

const waiting = deskOf({ suggestions: [suggestion] });
const standing = deskOf({
  suggestions: [{ ...suggestion, decision: "ACCEPTED" }],
  statements: [statement],
});

describe("what is foreseen", () => {
  test("an accepted suggestion is a statement with the same facts", () => {
    const after = foreseen(waiting, { kind: "accept", suggestionId: "p" }, "Bea");
    expect(after.suggestions[0]?.decision).toBe("ACCEPTED");
    expect(after.statements).toEqual([
      expect.objectContaining({ suggestionId: "p", exact: FACTS.exact, changedByName: "Bea" }),
    ]);
  });

  test("accepting twice makes one statement", () => {
    const accept: Command = { kind: "accept", suggestionId: "p" };
    expect(foreseen(foreseen(waiting, accept, "B"), accept, "B").statements).toHaveLength(1);
  });

  test("several accepted at once are as many statements, and one command gives them back", () => {
    const two = deskOf({ suggestions: [suggestion, { ...suggestion, id: "q", start: 19, end: 30 }] });
    const command: Command = { kind: "accept-sure", suggestionIds: ["p", "q", "gone"] };
    const after = foreseen(two, command, "Bea");
    expect(after.suggestions.map(({ decision }) => decision)).toEqual(["ACCEPTED", "ACCEPTED"]);
    expect(after.statements.map(({ suggestionId }) => suggestionId)).toEqual(["p", "q"]);
    expect(inverseOf(command, two, {})).toEqual({
      kind: "give-sure-back",
      suggestionIds: ["p", "q", "gone"],
    });
  });

  test("taking a decision back leaves nothing of it", () => {
    const after = foreseen(standing, { kind: "undecide", suggestionId: "p" }, "B");
    expect(after).toMatchObject({ statements: [], suggestions: [{ decision: null }] });
  });

  test("an edit shows its words and the label that follows", () => {
    const fields = {
      ...fieldsOfStatement(statement),
      start: 19,
      end: 30,
      sourcing: "NONE" as const,
      speaker: null,
    };
    const command: Command = { kind: "edit", statementId: "s", revision: 3, fields };
    expect(foreseen(standing, command, "B").statements[0]).toMatchObject({
      exact: "It is warm.",
      label: "UNSOURCED_ASSERTION",
      claim: { id: "c" },
    });
  });

  test("what is removed can come back, from the revision that the record gave it", () => {
    const gone = foreseen(standing, { kind: "remove", statementId: "s", revision: 3 }, "Bea");
    expect(gone).toMatchObject({
      statements: [],
      suggestions: [{ decision: "REJECTED" }],
      removed: [{ id: "s", revision: 4, changedByName: "Bea" }],
    });
    const back = foreseen(gone, { kind: "restore", statementId: "s", revision: 4 }, "Bea");
    expect(back).toMatchObject({
      statements: [{ id: "s", revision: 5 }],
      suggestions: [{ decision: "ACCEPTED" }],
      removed: [],
    });
  });

  test.each<Command>([
    { kind: "edit", statementId: "s", revision: 2, fields: fieldsOfStatement({ ...statement, end: 9 }) },
    { kind: "remove", statementId: "s", revision: 2 },
    { kind: "link", statementId: "s", revision: 2, claimId: null },
    { kind: "restore", statementId: "s", revision: 2 },
  ])("a statement that has moved on since stays as it is: $kind", (command) => {
    expect(foreseen(standing, command, "Bea")).toEqual(standing);
    const removed = deskOf({ removed: [statement] });
    expect(foreseen(removed, command, "Bea")).toEqual(removed);
  });

  test("a command about something that is gone changes nothing", () => {
    expect(foreseen(waiting, { kind: "remove", statementId: "gone", revision: 1 }, "B")).toEqual(waiting);
    expect(foreseen(waiting, { kind: "accept", suggestionId: "gone" }, "B")).toEqual(waiting);
  });
});

describe("what takes a command back", () => {
  const answer = { statementId: "s", revision: "4" };
  const fields = { ...fieldsOfStatement(statement), sourcing: "DOCUMENT" as const };
  test.each<[string, Command, Command | null]>([
    ["accept", { kind: "accept", suggestionId: "p" }, { kind: "undecide", suggestionId: "p" }],
    ["reject", { kind: "reject", suggestionId: "p", reason: null }, { kind: "undecide", suggestionId: "p" }],
    [
      "a suggestion accepted with changes",
      { kind: "add", suggestionId: "p", fields },
      { kind: "undecide", suggestionId: "p" },
    ],
    [
      "a new statement",
      { kind: "add", suggestionId: null, fields },
      { kind: "remove", statementId: "s", revision: 4 },
    ],
    [
      "an edit: the fields as they were",
      { kind: "edit", statementId: "s", revision: 3, fields },
      { kind: "edit", statementId: "s", revision: 4, fields: fieldsOfStatement(statement) },
    ],
    [
      "removing",
      { kind: "remove", statementId: "s", revision: 3 },
      { kind: "restore", statementId: "s", revision: 4 },
    ],
    [
      "a link: the claim as it was",
      { kind: "link", statementId: "s", revision: 3, claimId: null },
      { kind: "link", statementId: "s", revision: 4, claimId: "c" },
    ],
    ["taking back itself", { kind: "undecide", suggestionId: "p" }, null],
  ])("%s", (_, command, inverse) => {
    expect(inverseOf(command, standing, answer)).toEqual(inverse);
  });

  test("an edit that leaves words out is shown so, and taken back with the pieces as they were", () => {
    const content = [
      { start: 0, end: 3 },
      { start: 9, end: 18 },
    ];
    const desk = deskOf({ statements: [statement] });
    const command: Command = {
      kind: "edit",
      statementId: "s",
      revision: 3,
      fields: { ...fieldsOfStatement(statement), content },
    };
    const broken = foreseen(desk, command, "A");
    expect(broken.statements[0]?.content).toEqual(content);
    const [was] = broken.statements;
    expect(was && fieldsOfStatement(was).content).toEqual(content);
    const back = inverseOf(command, desk, { revision: "4" });
    expect(back?.kind === "edit" && foreseen(broken, back, "A").statements[0]?.content).toBeUndefined();
  });

  test("an edit of a statement that was only foreseen is taken back under its own id", () => {
    const shown = foreseen(waiting, { kind: "accept", suggestionId: "p" }, "B");
    const id = shown.statements[0]?.id ?? "";
    const command: Command = { kind: "edit", statementId: id, revision: 1, fields };
    const known: Command = { ...command, statementId: "s" };
    expect(inverseOf(command, shown, answer, known)).toMatchObject({
      kind: "edit",
      statementId: "s",
      revision: 4,
      fields: { sourcing: shown.statements[0]?.sourcing },
    });
  });

  test("nothing can be taken back without the record's answer", () => {
    expect(inverseOf({ kind: "remove", statementId: "s", revision: 3 }, standing, {})).toBeNull();
  });

  test("taking back twice uses the revision that stands now", () => {
    const later = deskOf({ statements: [{ ...statement, revision: 7 }] });
    const undo: Command = { kind: "remove", statementId: "s", revision: 4 };
    const mine = statement.changedByName;
    expect(refreshed(undo, later, mine)).toMatchObject({ revision: 7 });
    expect(refreshed({ kind: "restore", statementId: "s", revision: 4 }, later, mine)).toMatchObject({
      revision: 4,
    });
  });

  test("a change that somebody else made since is not taken back: the old revision is refused", () => {
    const later = deskOf({ statements: [{ ...statement, revision: 7, changedByName: "Avan" }] });
    const undo: Command = { kind: "remove", statementId: "s", revision: 4 };
    expect(refreshed(undo, later, statement.changedByName)).toMatchObject({ revision: 4 });
  });
});
