import { expect, test } from "vitest";
import { refusalOf } from "./refused";

const request = (url: string, method = "GET", headers = {}) => ({ url, method, headers });

test.each([
  ["/articles/%ff"],
  ["/articles/%ed%a0%80"],
  ["/articles/%E0%A4%A"],
  ["/articles/%"],
  ["/articles/%00"],
  ["/articles/x%00y/record.json"],
  ["http://elsewhere.example/"],
  ["*"],
])("an address that is no text is refused: %s", (url) => {
  expect(refusalOf(request(url), false)).toBe(400);
});

test.each([
  ["/"],
  ["/claims?page=%ff"],
  ["/articles/%D8%B9%D9%84%D9%8A"],
  ["/articles/iraq-us-agree#s1"],
  ["/claims/it-fell-due?x=%00"],
])("any other goes on: %s", (url) => {
  expect(refusalOf(request(url), false)).toBeNull();
});

test.each(["TRACE", "PUT", "DELETE", "PATCH", "FOO"])("nobody needs %s", (method) => {
  expect(refusalOf(request("/", method), false)).toBe(405);
});

test.each(["GET", "HEAD", "POST", "OPTIONS"])("%s is answered", (method) => {
  expect(refusalOf(request("/", method), false)).toBeNull();
});

test("a form of several parts names its boundary", () => {
  const of = (type: string) => refusalOf(request("/", "POST", { "content-type": type }), false);
  expect(of("multipart/form-data")).toBe(400);
  expect(of("multipart/form-data; boundary=")).toBe(400);
  expect(of('multipart/form-data; charset=utf-8; boundary="x"')).toBeNull();
  expect(of("multipart/form-data; boundary=----x")).toBeNull();
  expect(of("application/json")).toBeNull();
});

test("an endless address is refused", () => {
  expect(refusalOf(request(`/${"a".repeat(9_000)}`), false)).toBe(414);
});

test("while the database is lost everything waits but what says so, and the files of pages that are open", () => {
  expect(refusalOf(request("/claims"), true)).toBe(503);
  expect(refusalOf(request("/readyz"), true)).toBeNull();
  expect(refusalOf(request("/healthz"), true)).toBeNull();
  expect(refusalOf(request("/_next/static/x.js"), true)).toBeNull();
});
