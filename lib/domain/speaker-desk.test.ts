import { expect, test } from "vitest";
import { listedPlace, searched } from "./desk-lists";
import {
  type MergingSpeaker,
  MOST_NAMES,
  refuseMergedAway,
  refuseMerging,
  refuseParting,
} from "./speaker-desk";
import { NameSpeaker } from "./speaker-desk-shapes";

const ID = "01a222c8-b2ad-75da-95b3-41a1ba008a05";
const speaker = (changes: Partial<MergingSpeaker> = {}): MergingSpeaker => ({
  id: "a",
  shown: "Hadi Karim",
  kind: "PERSON",
  role: null,
  mergedInto: null,
  names: 1,
  ...changes,
});
const other = (changes: Partial<MergingSpeaker> = {}) => speaker({ id: "b", shown: "Karim", ...changes });

test.each([
  ["themselves", speaker(), speaker(), "mergedIntoItself"],
  ["who was merged away", speaker(), other({ mergedInto: "Hadi" }), "mergedAway"],
  ["from who was merged away", speaker({ mergedInto: "Hadi" }), other(), "mergedAway"],
  ["who has no name", speaker(), other({ kind: "UNNAMED" }), "namedAndUnnamed"],
  ["so many that nobody looks them over", speaker({ names: MOST_NAMES }), other(), "manyMerged"],
])("nobody is merged into %s", (_, from, into, reason) => {
  expect(() => refuseMerging(from, into)).toThrow(reason);
});

test("a person and a pseudonym are one, two descriptions too, and as many names as can be looked over", () => {
  refuseMerging(speaker(), other({ kind: "PSEUDONYM" }));
  refuseMerging(speaker({ kind: "UNNAMED" }), other({ kind: "UNNAMED" }));
  refuseMerging(speaker({ names: MOST_NAMES - 1 }), other());
  refuseMergedAway(speaker());
});

test("only who is merged is parted, and only into a name that is free", () => {
  expect(() => refuseParting(speaker(), false)).toThrow("notMerged");
  expect(() => refuseParting(speaker({ mergedInto: "Karim" }), true)).toThrow("nameTaken");
  refuseParting(speaker({ mergedInto: "Karim" }), false);
});

test.each([
  ["plain", { name: " Lina Aziz ", role: " mayor " }, { name: "Lina Aziz", role: "mayor" }],
  ["without a role", { name: "Lina Aziz", role: "  " }, { name: "Lina Aziz", role: null }],
  ["in Arabic", { name: "محمد شياع السوداني", role: "رئيس الوزراء" }, { name: "محمد شياع السوداني" }],
  ["with markup", { name: "<b>Lina</b>", role: null }, { name: "<b>Lina</b>" }],
])("a name %s", (_, given, kept) => {
  expect(NameSpeaker.parse({ speakerId: ID, revision: "1", ...given })).toMatchObject(kept);
});

test.each([
  ["nothing", { name: " " }, "missing.speaker"],
  ["too much", { name: "a".repeat(10_000) }, "long.speaker"],
  ["words that are turned", { name: "Lina \u202Eziza" }, "disguisedName"],
  ["Latin and Cyrillic letters in one word", { name: "Lina Аziz" }, "disguisedName"],
  ["a hidden character in the role", { name: "Lina", role: "may\u200bor" }, "disguisedName"],
])("no name of %s", (_, given, complaint) => {
  const parsed = NameSpeaker.safeParse({ speakerId: ID, revision: 1, ...given });
  expect(parsed.error?.issues[0]?.message).toBe(complaint);
});

test.each([
  [{}, null],
  [{ after: ID }, { way: "after", id: ID }],
  [{ before: ID }, { way: "before", id: ID }],
  [{ after: ID, before: ID }, undefined],
  [{ after: "1 OR 1=1" }, undefined],
  [{ after: [ID, ID] }, undefined],
])("a part of a list at %j", (asked, place) => {
  expect(listedPlace(asked)).toEqual(place);
});

test.each([
  [undefined, ""],
  ["  Lina\u0000Aziz ", "Lina Aziz"],
  [["Lina", "Omar"], "Lina"],
  ["x".repeat(500), "x".repeat(200)],
  ["\ud800", ""],
])("looked for: %j", (asked, typed) => {
  expect(searched(asked, 200)).toBe(typed);
});
