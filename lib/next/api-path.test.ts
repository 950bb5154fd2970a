import { expect, test } from "vitest";
import { isForPrograms, isPublicRead } from "./api-path";

test.each([
  ["GET", "/api/v1/articles"],
  ["HEAD", "/api/v1/articles?cursor=x"],
  ["OPTIONS", "/api/v1/claims/some-claim"],
  ["GET", "/api/v1/exports/claims.csv"],
  ["GET", "/api/v1/openapi.json"],
  ["GET", "/api/v1/claims:search?query=banks"],
  ["GET", "/api/v1"],
  ["GET", "/api/v1/articles/quay/annotations"],
  ["GET", "/api/search?uri=https://news.example/quay"],
  ["HEAD", "/api/annotations/quay.1.jsonld"],
])("anybody may read %s %s", (method, url) => {
  expect([isPublicRead(method, url), isForPrograms(url)]).toEqual([true, true]);
});

test.each([
  ["POST", "/api/v1/articles"],
  ["DELETE", "/api/v1/articles"],
  ["GET", "/api/v1/imports/1"],
  ["GET", "/api/v1/importsx?/api/v1/articles"],
  ["GET", "/api/v1/articlesx"],
  ["POST", "/api/search"],
  ["GET", "/api/searchx"],
  ["GET", "/api/annotations"],
  ["GET", "/api/auth/session"],
  ["GET", "/claims"],
  ["GET", "/desk?x=/api/v1/articles"],
])("no read of the public is %s %s", (method, url) => {
  expect(isPublicRead(method, url)).toBe(false);
});

test.each(["/api/v1x", "/api/v10/articles", "/api/auth/session", "/"])("%s is no program's", (url) => {
  expect(isForPrograms(url)).toBe(false);
});
