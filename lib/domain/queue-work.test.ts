import { describe, expect, test } from "vitest";
import { type Holder, type ReviewWork, type SubjectWork, type VersionWork, workOf } from "./queue-work";
import type { ReviewState } from "./reviews";

const mara: Holder = { id: "mara", isClosed: false };
const avan: Holder = { id: "avan", isClosed: false };
const gone: Holder = { id: "gone", isClosed: true };

const review = (id: string, state: ReviewState, author: Holder, ...others: Holder[]): ReviewWork => ({
  id,
  state,
  author,
  writers: [author, ...others],
});
const version = (number: number, ...reviews: ReviewWork[]): VersionWork => ({ number, reviews });

function placesOf(versions: readonly VersionWork[], given: Partial<SubjectWork<VersionWork>> = {}) {
  const subject = { versions, isDismissed: false, standingReviewId: null, assignee: null, ...given };
  return workOf(subject).map(({ place, version, review, assigneeId, lostId, hasReader, alsoVersions }) => ({
    place,
    of: review?.id ?? `version ${version.number}`,
    ...(assigneeId ? { assigneeId } : {}),
    ...(lostId ? { lostId } : {}),
    ...(hasReader ? { hasReader } : {}),
    ...(alsoVersions.length > 0 ? { alsoVersions } : {}),
  }));
}

describe("a page that nobody began", () => {
  test("is open by its latest version", () => {
    expect(placesOf([version(1), version(2)])).toEqual([{ place: "OPEN", of: "version 2" }]);
  });
  test("is held by whom it was given to", () => {
    expect(placesOf([version(1)], { assignee: mara })).toEqual([
      { place: "HELD", of: "version 1", assigneeId: "mara" },
    ]);
  });
  test("is open again where their account was closed, and says whose it was", () => {
    expect(placesOf([version(1)], { assignee: gone })).toEqual([
      { place: "OPEN", of: "version 1", lostId: "gone" },
    ]);
  });
  test("is dismissed, whomever it was given to", () => {
    expect(placesOf([version(1)], { isDismissed: true, assignee: mara })).toEqual([
      { place: "DISMISSED", of: "version 1" },
    ]);
  });
});

describe("a review", () => {
  test("is held by its author", () => {
    expect(placesOf([version(1, review("r", "DRAFT", mara))])).toEqual([
      { place: "HELD", of: "r", assigneeId: "mara" },
    ]);
  });
  test("is held by whom it was given to", () => {
    expect(placesOf([version(1, review("r", "RETURNED", mara))], { assignee: avan })).toEqual([
      { place: "HELD", of: "r", assigneeId: "avan" },
    ]);
  });
  test("is held by who took it over, where its author's account was closed", () => {
    expect(placesOf([version(1, review("r", "DRAFT", gone, avan))])).toEqual([
      { place: "HELD", of: "r", assigneeId: "avan" },
    ]);
    expect(placesOf([version(1, review("r", "DRAFT", gone))])).toEqual([
      { place: "OPEN", of: "r", lostId: "gone" },
    ]);
  });
  test("that was handed in stays with its writer until somebody is to read it", () => {
    const handedIn = [version(1, review("r", "SUBMITTED", mara))];
    expect(placesOf(handedIn)).toEqual([{ place: "SUBMITTED", of: "r", assigneeId: "mara" }]);
    expect(placesOf(handedIn, { assignee: avan })).toEqual([
      { place: "SUBMITTED", of: "r", assigneeId: "avan", hasReader: true },
    ]);
    expect(placesOf(handedIn, { assignee: gone })).toEqual([{ place: "SUBMITTED", of: "r", lostId: "gone" }]);
  });
});

describe("several versions", () => {
  test("a new version of a published page is work of its own", () => {
    const versions = [version(1, review("r", "PUBLISHED", mara)), version(2)];
    expect(placesOf(versions, { standingReviewId: "r" })).toEqual([
      { place: "OPEN", of: "version 2" },
      { place: "PUBLISHED", of: "r" },
    ]);
  });
  test("a correction of what is published is work beside it", () => {
    const versions = [version(1, review("new", "DRAFT", avan), review("old", "PUBLISHED", mara))];
    expect(placesOf(versions, { standingReviewId: "old" })).toEqual([
      { place: "HELD", of: "new", assigneeId: "avan" },
      { place: "PUBLISHED", of: "old" },
    ]);
  });
  test("in the same hands are one item, that of the latest", () => {
    const versions = [1, 2, 3].map((n) => version(n, review(`r${n}`, "DRAFT", mara)));
    expect(placesOf(versions)).toEqual([
      { place: "HELD", of: "r3", assigneeId: "mara", alsoVersions: [2, 1] },
    ]);
  });
  test("in several hands stay with each, whomever the page was given to", () => {
    const versions = [version(1, review("r1", "DRAFT", mara)), version(2, review("r2", "DRAFT", avan))];
    const each = [
      { place: "HELD", of: "r2", assigneeId: "avan" },
      { place: "HELD", of: "r1", assigneeId: "mara" },
    ];
    for (const assignee of [null, mara, avan, { id: "zoe", isClosed: false }])
      expect(placesOf(versions, { assignee })).toEqual(each);
  });
});

test("what was withdrawn and never begun again is open", () => {
  expect(placesOf([version(1)], { standingReviewId: "another" })).toEqual([
    { place: "OPEN", of: "version 1" },
  ]);
});
