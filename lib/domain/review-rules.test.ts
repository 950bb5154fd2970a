import { expect, test } from "vitest";
import { type ReviewFacts, refuseUnlessWriter } from "./review-rules";
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
});
