import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { EVENT_TYPES } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { EXPORTS } from "./exports";
import { openApi } from "./openapi";
import { DESCRIBED } from "./operations";

/** The document about the API, read by a program that isn't ours. */

const document = () => JSON.parse(JSON.stringify(openApi(DESCRIBED, EXPORTS, "https://onrecord.example")));

test("it is OpenAPI 3.1, and every reference in it leads somewhere", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(document());
  expect([valid, errors]).toEqual([true, undefined]);
  expect(validator.version).toBe("3.1");
  const resolved = JSON.stringify(validator.resolveRefs({ specification: document() }));
  expect(resolved.length).toBeGreaterThan(JSON.stringify(document()).length);
  const text = JSON.stringify(document());
  for (const [, kind = "", name = ""] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g))
    expect([kind, name, document().components[kind][name] !== undefined]).toEqual([kind, name, true]);
  expect(text.match(/"\$ref":"(?!#\/components\/)/)).toBeNull();
}, 30_000);

test("it says what webhooks are told", () => {
  const { webhooks, components } = document();
  expect(Object.keys(webhooks)).toEqual(Object.values(EVENT_TYPES));
  expect(webhooks["promise.fell_due"].post.requestBody.content["application/json"].schema).toEqual({
    $ref: "#/components/schemas/WebhookPayload",
  });
  expect(components.schemas.WebhookPayload.required).toEqual(["type", "timestamp", "data"]);
});

test("a document that isn't one would be noticed", async () => {
  const { paths: _, ...broken } = document();
  expect((await new Validator().validate({ ...broken, paths: { claims: {} } })).valid).toBe(false);
});

test("every operation is in it, once, with words for itself and for each parameter", () => {
  const { paths } = document();
  expect(Object.keys(paths)).toEqual([
    ...DESCRIBED.map(({ base, path }) => `${base}${path}`.replace("/api", "")),
    ...EXPORTS.map(({ path }) => `/v1${path}`),
  ]);
  for (const path of ["/search", "/annotations/{id}", "/annotations/{id}.jsonld", "/v1/claims:search"])
    expect(paths).toHaveProperty([path]);
  const ids = Object.values<{ get: { operationId: string } }>(paths).map(({ get }) => get.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { get } of Object.values<{ get: { summary: string; parameters?: { description: string }[] } }>(
    paths,
  )) {
    expect(get.summary).toMatch(/\w/);
    for (const parameter of get.parameters ?? []) expect(parameter.description).toMatch(/\w/);
  }
});

test("a filter names what it may be, a list takes a cursor, and what has to be said is required", () => {
  const of = (path: string) => document().paths[path].get.parameters;
  expect(of("/v1/statements")).toMatchObject([
    { name: "label", required: false, schema: { enum: expect.arrayContaining(["REPORTED"]) } },
    { name: "cursor", required: false },
  ]);
  expect(of("/v1/search")).toMatchObject([
    { name: "q", required: false },
    { name: "in", schema: { enum: ["pages", "claims", "statements"] } },
    { name: "label", schema: { enum: expect.arrayContaining(["REPORTED"]) } },
    { name: "sourcing" },
    { name: "verdict", schema: { pattern: "^[A-Z][A-Z0-9_]{1,39}$" } },
    { name: "publisher" },
    { name: "speaker" },
    { name: "topic" },
    { name: "language" },
    { name: "date" },
    { name: "due" },
    { name: "cursor", required: false },
  ]);
  expect(of("/search")).toMatchObject([
    { name: "uri", required: true },
    { name: "tag", required: false },
    { name: "limit", required: false },
    { name: "offset" },
    { name: "sort", schema: { enum: ["updated", "created"] } },
    { name: "order", schema: { enum: ["asc", "desc"] } },
    { name: "search_after" },
    { name: "group" },
    { name: "_separate_replies" },
  ]);
  expect(of("/v1/claims:search")).toMatchObject([
    { name: "query", required: false },
    { name: "languageCode", required: false },
    { name: "pageToken", required: false },
  ]);
  expect(of("/v1/articles/{slug}/statements/{number}")).toMatchObject([
    { name: "slug", in: "path", required: true },
    { name: "number", in: "path", required: true },
  ]);
});

test("every status that a problem can have is described", () => {
  for (const status of [304, 400, 404, 406, 410, 429, 503])
    expect(words.publicApi.statuses[status]).toMatch(/\w/);
});
