import { describe, expect, test } from "vitest";
import { type Action, may } from "./actor";

/** What contributors may not do, and what editors may not do either. Everything else is everybody's who has an account. */
const EDITORS: readonly Action[] = [
  "article.watch",
  "feed.follow",
  "feed.choose",
  "feed.pause",
  "feed.resume",
  "feed.poll",
  "feed.unfollow",
  "review.takeOver",
  "review.return",
  "review.publish",
  "review.withdraw",
  "verdict.write",
];
const ADMINS: readonly Action[] = [
  "job.retry",
  "job.retryAll",
  "job.remove",
  "person.invite",
  "person.withdrawInvitation",
  "person.renewInvitation",
  "person.passwordLink",
  "person.setRole",
  "person.disable",
  "person.enable",
  "token.create",
  "token.revoke",
];
const EVERYBODY: readonly Action[] = [
  "import.request",
  "import.retry",
  "import.cancel",
  "article.refetch",
  "review.open",
  "review.carryOver",
  "review.submit",
  "suggestion.accept",
  "statement.add",
  "statement.edit",
  "annotation.write",
  "claim.create",
  "evidence.add",
  "search.add",
  "draft.save",
];

describe("who may ask for an action", () => {
  test.each(EVERYBODY)("everybody with an account: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      true,
      true,
      true,
    ]),
  );
  test.each(EDITORS)("no contributor: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      false,
      true,
      true,
    ]),
  );
  test.each(ADMINS)("nobody but an admin: %s", (action) =>
    expect([may("CONTRIBUTOR", action), may("EDITOR", action), may("ADMIN", action)]).toEqual([
      false,
      false,
      true,
    ]),
  );
});
