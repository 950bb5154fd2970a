import { expect, test } from "vitest";
import { words } from "#lib/words";
import {
  type ReviewFacts,
  refusePublication,
  refuseTakeOver,
  refuseUnlessPublished,
  refuseUnlessSubmitted,
  refuseUnlessWriter,
  refuseUnreadyArticle,
  refuseUnreadyClaim,
} from "./review-rules";
import type { ReviewState } from "./reviews";

const by = (state: ReviewState): ReviewFacts => ({
  state,
  author: { name: "Mara" },
  writers: ["mara", "avan"],
});
const { refusals, errors } = words;

test.each(["DRAFT", "RETURNED"] as const)("its writers write while it is %s", (state) => {
  expect(() => refuseUnlessWriter(by(state), "mara")).not.toThrow();
  expect(() => refuseUnlessWriter(by(state), "avan")).not.toThrow();
  expect(() => refuseUnlessWriter(by(state), "ida")).toThrow(refusals.notYours("Mara"));
});

test.each([
  ["SUBMITTED", refusals.submitted],
  ["PUBLISHED", refusals.finished],
  ["WITHDRAWN", refusals.finished],
] as const)("nobody writes while it is %s", (state, sentence) => {
  expect(() => refuseUnlessWriter(by(state), "mara")).toThrow(sentence);
  expect(() => refuseTakeOver(by(state), "ida")).toThrow(sentence);
});

test("somebody else takes it over, a writer can't", () => {
  expect(() => refuseTakeOver(by("DRAFT"), "ida")).not.toThrow();
  expect(() => refuseTakeOver(by("RETURNED"), "avan")).toThrow(refusals.alreadyYours);
});

test("nobody publishes what they wrote, and one editor alone is told so", () => {
  expect(() => refusePublication(by("SUBMITTED"), "ida", 0)).not.toThrow();
  expect(() => refusePublication(by("SUBMITTED"), "avan", 2)).toThrow(errors.ownReview);
  expect(() => refusePublication(by("SUBMITTED"), "mara", 0)).toThrow(refusals.onlyEditor);
});

test.each(["DRAFT", "RETURNED", "PUBLISHED", "WITHDRAWN"] as const)(
  "a %s review isn't published or returned",
  (state) => {
    expect(() => refusePublication(by(state), "ida", 3)).toThrow(refusals.notSubmitted);
    expect(() => refuseUnlessSubmitted(by(state))).toThrow(refusals.notSubmitted);
  },
);

test.each(["DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN"] as const)(
  "a %s review isn't withdrawn",
  (state) => {
    expect(() => refuseUnlessPublished(by(state))).toThrow(refusals.notPublished);
  },
);

const ready = { undecided: 0, statements: 3, correction: null, replacesPublished: false };

test("a page is submitted when everything is decided", () => {
  expect(() => refuseUnreadyArticle(ready)).not.toThrow();
  expect(() => refuseUnreadyArticle({ ...ready, undecided: 2 })).toThrow("2 suggestions still wait");
  expect(() => refuseUnreadyArticle({ ...ready, undecided: 1 })).toThrow("1 suggestion still waits");
  expect(() => refuseUnreadyArticle({ ...ready, statements: 0 })).toThrow(refusals.noStatement);
});

test("what replaces something published says what changes", () => {
  const replacing = { ...ready, replacesPublished: true };
  expect(() => refuseUnreadyArticle(replacing)).toThrow(refusals.needsCorrection);
  expect(() => refuseUnreadyArticle({ ...replacing, correction: "The name was wrong." })).not.toThrow();
});

test("a claim is submitted with a verdict", () => {
  const claim = { hasVerdict: true, correction: null, replacesPublished: false };
  expect(() => refuseUnreadyClaim(claim)).not.toThrow();
  expect(() => refuseUnreadyClaim({ ...claim, hasVerdict: false })).toThrow(refusals.noVerdict);
  expect(() => refuseUnreadyClaim({ ...claim, replacesPublished: true })).toThrow(refusals.needsCorrection);
});
