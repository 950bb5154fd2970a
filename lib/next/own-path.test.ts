import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath, signInPath } from "./own-path";

test.each([
  ["/desk/articles/0192?view=mine#s16", "/desk/articles/0192?view=mine#s16"],
  ["/admin/people", "/admin/people"],
  ["/claims/a%2Fb", "/claims/a%2Fb"],
  ["/claims?q=//evil.example", "/claims?q=//evil.example"],
  ["/desk/../admin/people", "/admin/people"],
])("%s is followed", (next, path) => expect(ownPath(next)).toBe(path));

test.each([
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  "/sign-in?next=/desk",
  "/sign-out",
  "/join/abc",
  "/api/auth/signout",
  `/${"a".repeat(3000)}`,
  undefined,
  null,
  ["/desk"],
])("%s is not", (next) => expect(ownPath(next)).toBe("/desk"));

test("whatever is sent, the browser stays with us", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "\t",
    "\n",
    "@",
    ":",
    "http:",
    "evil.example",
    "%2f",
    "?",
    "#",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join("")),
      ),
      (next) => {
        const path = ownPath(next);
        expect(new URL(path, "https://onrecord.example/").origin).toBe("https://onrecord.example");
        expect(ownPath(path)).toBe(path);
      },
    ),
  );
});

test("the way back is one parameter, and left out where it says nothing", () => {
  expect(signInPath("/desk")).toBe("/sign-in");
  expect(signInPath(null)).toBe("/sign-in");
  expect(signInPath("/desk/import?a=1&b=2")).toBe("/sign-in?next=%2Fdesk%2Fimport%3Fa%3D1%26b%3D2");
});
