import { describe, expect, test } from "vitest";
import {
  giveBack,
  type PartsToSubmit,
  publish,
  type StandingReview,
  submit,
  takeOver,
  withdraw,
} from "./review-moves";
import type { ReviewState } from "./reviews";

const NOW = new Date("2026-11-28T09:00:00Z");
const standing = (state: ReviewState): StandingReview & { id: string } => ({
  id: "r-1",
  state,
  revision: 3,
  author: { name: "Mara" },
  writers: ["mara", "avan"],
  submittedHash: "as handed in",
  correction: "The number was wrong.",
});
const by = <Input extends object>(id: string, input: Input, revision = 3) => ({
  actor: { id },
  input: { revision, ...input },
  now: NOW,
});
const refused = (reason: string, code = "conflict", more: object = {}) =>
  expect.objectContaining({ code, refusal: expect.objectContaining({ reason, ...more }) });

describe("submitting", () => {
  const READY: PartsToSubmit = { kind: "ARTICLE", undecided: 0, statements: 2, isLookedThrough: false };
  const toSubmit = (state: ReviewState, content: PartsToSubmit = READY, replacesPublished = false) => ({
    review: standing(state),
    content,
    replacesPublished,
    openDrafts: 0,
  });

  test.each(["DRAFT", "RETURNED"] as const)("a %s review waits for a second editor then", (state) => {
    expect(submit(toSubmit(state), by("mara", { correction: null })).row).toEqual({
      state: "SUBMITTED",
      submittedAt: NOW,
      correction: null,
      returnedReason: null,
    });
  });

  test.each([
    ["suggestions wait", { ...READY, undecided: 1 }, "suggestionsWait"],
    ["there is no statement", { ...READY, statements: 0 }, "noStatement"],
    [
      "there is no verdict",
      { kind: "CLAIM", hasVerdict: false, isEvidenced: false, offScale: null },
      "noVerdict",
    ],
    [
      "the scale has its verdict no more",
      { kind: "CLAIM", hasVerdict: true, isEvidenced: true, offScale: "Half true" },
      "verdictOffScale",
    ],
    [
      "the verdict rests on nothing",
      { kind: "CLAIM", hasVerdict: true, isEvidenced: false, offScale: null },
      "noEvidenceForVerdict",
    ],
  ] as const)("not while %s", (_, content, reason) => {
    const submitted = () => submit(toSubmit("DRAFT", content), by("mara", { correction: null }));
    expect(submitted).toThrow(refused(reason, "invalid_input"));
  });

  test("not while statements are looked for in text that was put right", () => {
    const submitted = () =>
      submit(toSubmit("DRAFT", { ...READY, isLookedThrough: true }), by("mara", { correction: null }));
    expect(submitted).toThrow(refused("lookingNow"));
  });

  test.each([READY, { kind: "CLAIM", hasVerdict: true, isEvidenced: true, offScale: null }] as const)(
    "$kind: not beside words that were typed and not saved",
    (content) => {
      const typed = { ...toSubmit("DRAFT", content), openDrafts: 2 };
      const submitted = () => submit(typed, by("mara", { correction: null }));
      expect(submitted).toThrow(refused("draftsOpen", "invalid_input", { count: 2 }));
    },
  );

  test.each([1, 2])("%i that wait are counted", (undecided) => {
    const waiting = toSubmit("DRAFT", { ...READY, undecided, statements: 3 });
    const submitted = () => submit(waiting, by("mara", { correction: null }));
    expect(submitted).toThrow(refused("suggestionsWait", "invalid_input", { count: undecided }));
  });

  test.each([READY, { kind: "CLAIM", hasVerdict: true, isEvidenced: true, offScale: null }] as const)(
    "$kind: what replaces something published needs a sentence for readers",
    (content) => {
      const replacing = toSubmit("DRAFT", content, true);
      const silently = () => submit(replacing, by("mara", { correction: null }));
      expect(silently).toThrow(refused("needsCorrection", "invalid_input"));
      expect(submit(replacing, by("mara", { correction: "A typo." })).told).toEqual({
        correction: "A typo.",
      });
    },
  );

  test("somebody who doesn’t write it is told so, also from an old screen; a writer, that the screen is old", () => {
    const from = (id: string) => () => submit(toSubmit("DRAFT"), by(id, { correction: null }, 2));
    expect(from("ida")).toThrow(refused("notYours", "not_allowed"));
    expect(from("avan")).toThrow(refused("stale"));
  });
});

describe("returning", () => {
  test("gives the reason to its author", () => {
    const move = giveBack(standing("SUBMITTED"), by("ida", { reason: "Check the date." }));
    expect(move.row).toEqual({ state: "RETURNED", returnedReason: "Check the date." });
  });

  test.each(["DRAFT", "RETURNED", "PUBLISHED", "WITHDRAWN"] as const)("not a %s review", (state) => {
    expect(() => giveBack(standing(state), by("ida", { reason: "No." }))).toThrow(refused("notSubmitted"));
  });
});

describe("publishing", () => {
  const toPublish = (change: object = {}) => ({
    review: standing("SUBMITTED"),
    writers: ["mara", "avan", "eli"],
    otherPublishers: 1,
    opener: null,
    hash: "as handed in",
    ...change,
  });

  test("by somebody who wrote none of it", () => {
    expect(publish(toPublish(), by("ida", {})).row).toEqual({ state: "PUBLISHED" });
  });

  test.each([
    ["whoever wrote a part that it shows", "eli", {}, "ownReview", "not_allowed"],
    ["its writer, where nobody else may", "mara", { otherPublishers: 0 }, "onlyEditor", "not_allowed"],
    ["what changed since", "ida", { hash: "another" }, "changedSince", "conflict"],
    [
      "an account that a writer opened",
      "ida",
      { opener: { id: "eli", name: "Eli" } },
      "openedBy",
      "not_allowed",
    ],
  ] as const)("not by or of %s", (_, id, change, reason, code) => {
    expect(() => publish(toPublish(change), by(id, {}))).toThrow(refused(reason, code));
  });

  test.each(["DRAFT", "RETURNED", "PUBLISHED", "WITHDRAWN"] as const)("not a %s review", (state) => {
    const review = standing(state);
    expect(() => publish(toPublish({ review }), by("ida", {}))).toThrow(refused("notSubmitted"));
  });

  test("not what was handed in before marks were kept", () => {
    const review = { ...standing("SUBMITTED"), submittedHash: null };
    expect(() => publish(toPublish({ review }), by("ida", {}))).toThrow(refused("changedSince"));
  });

  test("the second of two publishers is told that their screen is old", () => {
    const review = { ...standing("PUBLISHED"), revision: 4 };
    expect(() => publish(toPublish({ review }), by("ida", {}))).toThrow(refused("stale"));
  });
});

describe("withdrawing", () => {
  const reason = "It was about another bridge.";

  test("what readers see now", () => {
    const shown = { review: standing("PUBLISHED"), standing: { id: "p-1", reviewId: "r-1" } };
    const move = withdraw(shown, by("ida", { reason }));
    expect(move).toMatchObject({ publicationId: "p-1", row: { state: "WITHDRAWN" }, told: { reason } });
  });

  test.each(["DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN"] as const)("not a %s review", (state) => {
    const shown = { review: standing(state), standing: { id: "p-1", reviewId: "r-1" } };
    expect(() => withdraw(shown, by("ida", { reason }))).toThrow(refused("notPublished"));
  });

  test.each([null, { id: "p-2", reviewId: "r-2" }])("not what was replaced, by %j", (now) => {
    const replaced = { review: standing("PUBLISHED"), standing: now };
    expect(() => withdraw(replaced, by("ida", { reason }))).toThrow(refused("replaced"));
  });
});

test("taking over leaves the state and tells whose it was; a writer has it already", () => {
  expect(takeOver(standing("RETURNED"), by("ida", {}))).toEqual({ row: {}, told: { from: "Mara" } });
  expect(() => takeOver(standing("DRAFT"), by("avan", {}))).toThrow(refused("alreadyYours"));
  expect(() => takeOver(standing("SUBMITTED"), by("ida", {}))).toThrow(refused("submitted"));
  expect(() => takeOver(standing("PUBLISHED"), by("ida", {}))).toThrow(refused("finished"));
  expect(() => takeOver(standing("WITHDRAWN"), by("ida", {}))).toThrow(refused("finished"));
});
