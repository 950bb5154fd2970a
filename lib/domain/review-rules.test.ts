import { expect, test } from "vitest";
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

test.each(["DRAFT", "RETURNED"] as const)("its writers write while it is %s", (state) => {
  expect(() => refuseUnlessWriter(by(state), "mara")).not.toThrow();
  expect(() => refuseUnlessWriter(by(state), "avan")).not.toThrow();
  expect(() => refuseUnlessWriter(by(state), "ida")).toThrow(
    expect.objectContaining({ refusal: { reason: "notYours", name: "Mara" } }),
  );
});

test.each([
  ["SUBMITTED", "submitted"],
  ["PUBLISHED", "finished"],
  ["WITHDRAWN", "finished"],
] as const)("nobody writes while it is %s", (state, reason) => {
  expect(() => refuseUnlessWriter(by(state), "mara")).toThrow(reason);
  expect(() => refuseTakeOver(by(state), "ida")).toThrow(reason);
});

test("somebody else takes it over, a writer can't", () => {
  expect(() => refuseTakeOver(by("DRAFT"), "ida")).not.toThrow();
  expect(() => refuseTakeOver(by("RETURNED"), "avan")).toThrow("alreadyYours");
});

test("nobody publishes what they wrote, and one editor alone is told so", () => {
  expect(() => refusePublication(by("SUBMITTED"), "ida", 0)).not.toThrow();
  expect(() => refusePublication(by("SUBMITTED"), "avan", 2)).toThrow("ownReview");
  expect(() => refusePublication(by("SUBMITTED"), "mara", 0)).toThrow("onlyEditor");
});

test.each(["DRAFT", "RETURNED", "PUBLISHED", "WITHDRAWN"] as const)(
  "a %s review isn't published or returned",
  (state) => {
    expect(() => refusePublication(by(state), "ida", 3)).toThrow("notSubmitted");
    expect(() => refuseUnlessSubmitted(by(state))).toThrow("notSubmitted");
  },
);

test.each(["DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN"] as const)(
  "a %s review isn't withdrawn",
  (state) => {
    expect(() => refuseUnlessPublished(by(state))).toThrow("notPublished");
  },
);

const waiting = (count: number) => expect.objectContaining({ refusal: { reason: "suggestionsWait", count } });

const ready = { undecided: 0, statements: 3, correction: null, replacesPublished: false, openDrafts: 0 };

test("a page is submitted when everything is decided", () => {
  expect(() => refuseUnreadyArticle(ready)).not.toThrow();
  expect(() => refuseUnreadyArticle({ ...ready, undecided: 2 })).toThrow(waiting(2));
  expect(() => refuseUnreadyArticle({ ...ready, undecided: 1 })).toThrow(waiting(1));
  expect(() => refuseUnreadyArticle({ ...ready, statements: 0 })).toThrow("noStatement");
});

test("what replaces something published says what changes", () => {
  const replacing = { ...ready, replacesPublished: true };
  expect(() => refuseUnreadyArticle(replacing)).toThrow("needsCorrection");
  expect(() => refuseUnreadyArticle({ ...replacing, correction: "The name was wrong." })).not.toThrow();
});

test("nothing is submitted beside words that were typed and not saved", () => {
  const open = expect.objectContaining({ refusal: { reason: "draftsOpen", count: 2 } });
  expect(() => refuseUnreadyArticle({ ...ready, openDrafts: 2 })).toThrow(open);
  const claim = { hasVerdict: true, correction: null, replacesPublished: false, openDrafts: 2 };
  expect(() => refuseUnreadyClaim(claim)).toThrow(open);
});

test("a claim is submitted with a verdict", () => {
  const claim = { hasVerdict: true, correction: null, replacesPublished: false, openDrafts: 0 };
  expect(() => refuseUnreadyClaim(claim)).not.toThrow();
  expect(() => refuseUnreadyClaim({ ...claim, hasVerdict: false })).toThrow("noVerdict");
  expect(() => refuseUnreadyClaim({ ...claim, replacesPublished: true })).toThrow("needsCorrection");
});
