import { expect, test } from "vitest";
import { isDocument } from "./readers-page";

test.each([
  "/",
  "/claims",
  "/claims/banks-got-memos",
  "/articles/x",
  "/method",
  "/promises",
  "/corrections",
  "/nothing/here",
  "/desks",
  "/administration",
])("%s is a document", (path) => expect(isDocument(path)).toBe(true));

test.each([
  "/desk",
  "/desk/claims/1",
  "/admin/people",
  "/sign-in",
  "/sign-in/second-step",
  "/join/abc",
  "/api/v1/articles",
  "/feeds/claims.atom",
  "/robots.txt",
  "/sitemap.xml",
  "/claims/x/record.json",
  "/claims/x/evidence.zip",
  "/record/heads",
  "/colours",
  "/embed/articles/quay",
  "/oembed",
  "/_next/static/a.js",
  "/.well-known/security.txt",
])("%s is none", (path) => expect(isDocument(path)).toBe(false));

test("a template's page is one, whatever its slots", () => {
  expect(isDocument("/promises/dinar-worth-dollar~amount-date")).toBe(true);
});
