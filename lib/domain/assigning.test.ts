import { describe, expect, test } from "vitest";
import { type InTurn, isMatching, MOST_IN_RULE, nextInTurn, ruleOfForm, turnAmong } from "./assigning";
import { AddRule } from "./assigning-shapes";

const FEED = "0190a000-0000-7000-8000-000000000001";
const OTHER = "0190a000-0000-7000-8000-000000000002";
const ANY = { feedId: null, publisher: null, language: null };
const page = { feedIds: [FEED], publisher: "The Gazette", language: "en-GB" };

describe("a page fits a rule", () => {
  test.each([
    ["any page", ANY],
    ["of its feed", { ...ANY, feedId: FEED }],
    ["of its publisher, whatever the capitals", { ...ANY, publisher: "the  GAZETTE" }],
    ["in its language, whatever the country", { ...ANY, language: "en" }],
    ["of its feed in its language", { ...ANY, feedId: FEED, language: "en" }],
  ])("%s", (_, rule) => expect(isMatching(rule, page)).toBe(true));

  test.each([
    ["of another feed", { ...ANY, feedId: OTHER }, page],
    ["of another publisher", { ...ANY, publisher: "Gazette" }, page],
    ["in another language", { ...ANY, language: "eng" }, page],
    ["of its feed in another language", { ...ANY, feedId: FEED, language: "ar" }, page],
    ["of a publisher, where nobody published it", { ...ANY, publisher: "x" }, { ...page, publisher: null }],
    ["in a language, where nobody can tell it", { ...ANY, language: "en" }, { ...page, language: null }],
  ])("not: %s", (_, rule, of) => expect(isMatching(rule, of)).toBe(false));
});

const people = (...closed: boolean[]): InTurn[] =>
  closed.map((isClosed, i) => ({ id: "abcdef"[i] ?? "", place: i + 1, role: "EDITOR", isClosed }));

describe("who has the next page", () => {
  test("one after the other, and the first one again", () => {
    const three = people(false, false, false);
    expect([0, 1, 2, 3, 9].map((turn) => nextInTurn(three, turn)?.id)).toEqual(["a", "b", "c", "a", "a"]);
  });
  test("whose account is closed is passed over", () => {
    expect([0, 1, 3].map((turn) => nextInTurn(people(false, true, false), turn)?.id)).toEqual([
      "a",
      "c",
      "a",
    ]);
    expect(nextInTurn(people(true, true), 0)).toBeNull();
    expect(nextInTurn([], 0)).toBeNull();
  });
});

test.each([
  ["somebody joins at the end", ["a", "b"], 1, ["a", "b", "c"], "b"],
  ["somebody joins in front", ["a", "b"], 1, ["c", "a", "b"], "b"],
  ["the one that is due leaves", ["a", "b", "c"], 1, ["a", "c"], "c"],
  ["the one who had the last leaves", ["a", "b", "c"], 2, ["a", "c"], "c"],
  ["all leave", ["a", "b"], 1, ["c", "d"], "c"],
  ["the order is turned", ["a", "b"], 2, ["b", "a"], "a"],
  ["nobody had one yet", ["a", "b"], 0, ["b", "a"], "a"],
])("who was due is due still: %s", (_, before, turn, after, due) => {
  const at = after.map((id, i): InTurn => ({ id, place: i + 1, role: "EDITOR", isClosed: false }));
  expect(nextInTurn(at, turnAmong(before, turn, after))?.id).toBe(due);
});

describe("what a form may say", () => {
  const whole = { name: " Dock   feed ", appliesTo: "ANY", people: [FEED] };
  const complaint = (given: object) => AddRule.safeParse({ ...whole, ...given }).error?.issues[0]?.message;

  test("what isn't chosen is left out", () => {
    const given = { ...whole, appliesTo: "PUBLISHER", publisher: "Gazette", feedId: OTHER, language: "EN" };
    expect(AddRule.parse(given)).toEqual({
      name: "Dock feed",
      people: [FEED],
      conditions: { feedId: null, publisher: "Gazette", language: "en" },
    });
  });
  test.each([
    ["noRuleName", { name: "  " }],
    ["longRuleName", { name: "x".repeat(81) }],
    ["disguisedText", { name: "Dock\u202efeed" }],
    ["noRuleFeed", { appliesTo: "FEED", feedId: "" }],
    ["noRulePublisher", { appliesTo: "PUBLISHER", publisher: " " }],
    ["longPublisher", { publisher: "x".repeat(201) }],
    ["noLanguageCode", { language: "english" }],
    ["nobodyInRule", { people: [] }],
    [
      "manyInRule",
      { people: Array.from({ length: MOST_IN_RULE + 1 }, (_, i) => FEED.slice(0, -2) + String(10 + i)) },
    ],
  ])("%s", (message, given) => expect(complaint(given)).toBe(message));

  test("the people whose boxes are ticked, in their order, each once", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(whole)) if (typeof value === "string") form.set(name, value);
    for (const id of [OTHER, FEED, OTHER]) form.append(`person:${id}`, "yes");
    expect(AddRule.parse(ruleOfForm(form)).people).toEqual([OTHER, FEED]);
  });
});
