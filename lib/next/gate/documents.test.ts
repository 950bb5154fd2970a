import { once } from "node:events";
import { createServer, type Server, request as send } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import * as words from "#lib/words";
import { sendAsDocument, withoutScripts } from "./documents";

const PAGE = [
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" href="/a.js"/>',
  '<script src="/a.js" async="" nonce="x"></script></head><body><p>Banks got memos.</p>',
  '<script type="application/ld+json">{"@type":"Claim"}</script>',
  '<script>self.__next_f.push([1,"\\u003cp>Banks got memos."])</script><p>&lt;script&gt;stays words&lt;/script&gt;</p></body></html>',
];
const CLEAN =
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/></head><body><p>Banks got memos.</p>' +
  '<script type="application/ld+json">{"@type":"Claim"}</script><p>&lt;script&gt;stays words&lt;/script&gt;</p></body></html>';

let server: Server | undefined;
afterEach(() => server?.close());

/** A page that is written part by part, as Next.js does; `sendAsDocument` before it. */
async function ask(
  headers: Record<string, string>,
  how: { type?: string; status?: number; isHeadFirst?: boolean; more?: string } = {},
) {
  server = createServer((request, response) => {
    sendAsDocument(request, response);
    expect(request.headers["accept-encoding"]).toBeUndefined();
    response.statusCode = how.status ?? 200;
    response.setHeader("Content-Type", how.type ?? "text/html; charset=utf-8");
    response.setHeader("ETag", "W/mark");
    response.setHeader("Link", "</a.js>; rel=preload; as=script");
    response.flushHeaders();
    if (how.isHeadFirst) response.writeHead(response.statusCode); // as the compression of Next.js does
    for (const part of PAGE) response.write(part);
    response.end(how.more);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const [answer] = await once(send({ port: address.port, host: "127.0.0.1", headers }).end(), "response");
  const body = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode, headers: answer.headers, body };
}

test("scripts and what fetches them go; words and data for machines stay", () => {
  expect(withoutScripts(PAGE.join(""))).toBe(CLEAN);
});

test.each([
  ["nothing", {}, (body: Buffer) => body],
  ["gzip", { "accept-encoding": "gzip, deflate" }, gunzipSync],
  ["br", { "accept-encoding": "gzip, deflate, br;q=0.9" }, brotliDecompressSync],
  ["a coding that was ruled out", { "accept-encoding": "br;q=0, gzip;q=0.0" }, (body: Buffer) => body],
])("a page written in parts leaves whole, for a client that takes %s", async (_, headers, open) => {
  const answer = await ask(headers);
  expect(open(answer.body).toString()).toBe(CLEAN);
  expect(answer.headers).toMatchObject({ "content-length": String(answer.body.length) });
  expect(answer.headers.vary).toContain("Accept-Encoding");
  expect(answer.headers.link).toBeUndefined();
});

test("a page whose head is asked for before its first part is a document all the same", async () => {
  const { body, headers } = await ask({ "accept-encoding": "gzip" }, { isHeadFirst: true });
  expect(gunzipSync(body).toString()).toBe(CLEAN);
  expect(headers["content-length"]).toBe(String(body.length));
});

test("a page that says that nothing is here has the status that says so, and nobody keeps it", async () => {
  const nothing = '<h1 class="answer" data-not-here="">This page isn’t here</h1>';
  for (const isHeadFirst of [false, true]) {
    const answer = await ask({}, { isHeadFirst, more: nothing });
    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({ "cache-control": "private, no-store" });
    expect(answer.headers.etag).toBeUndefined();
  }
  expect((await ask({}, { more: "<p>data-not-here=&quot;&quot;</p>" })).status).toBe(200);
});

test("what isn't HTML leaves as it comes", async () => {
  const { body } = await ask({ "accept-encoding": "gzip" }, { type: "text/x-component" });
  expect(body.toString()).toBe(PAGE.join(""));
});

test("a page that couldn't be drawn says so without a script", async () => {
  const { status, body } = await ask({}, { status: 500 });
  expect(status).toBe(500);
  expect(body.toString()).toContain(words.trouble.error);
  expect(body.toString()).not.toContain("<script");
});
