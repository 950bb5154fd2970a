import { expect, test } from "vitest";
import { connectionTrouble } from "./connection-trouble";
import { FetchTrouble } from "./trouble";

const failing = (code: string) => Object.assign(new Error("it failed"), { code });

test.each([
  ["CERT_HAS_EXPIRED", "refused", /certificate/],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "refused", /certificate/],
  ["SELF_SIGNED_CERT_IN_CHAIN", "refused", /certificate/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "refused", /certificate/],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "refused", /certificate/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "refused", /certificate/],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "refused", /not a web page/],
  ["EPROTO", "refused", /not a web page/],
  ["ENOTFOUND", "refused", /no site called/],
  ["EAI_AGAIN", "later", /could not be looked up/],
  ["ECONNREFUSED", "later", /can’t be reached/],
  ["EHOSTUNREACH", "later", /can’t be reached/],
  ["ENETUNREACH", "later", /can’t be reached/],
  ["ECONNRESET", "later", /broke off/],
  ["ETIMEDOUT", "later", /took too long/],
  ["UND_ERR_CONNECT_TIMEOUT", "later", /took too long/],
])("%s: %s", (code, kind, sentence) => {
  const trouble = connectionTrouble(failing(code), "news.example");
  expect(trouble).toMatchObject({ kind, message: expect.stringMatching(sentence) });
});

test("a site that is given up for its time is too slow", async () => {
  const signal = AbortSignal.timeout(0);
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  expect(connectionTrouble(signal.reason, "news.example")).toMatchObject({
    kind: "later",
    message: expect.stringMatching(/took too long/),
  });
});

test("our own bugs stay bugs, and a trouble is told once", () => {
  const bug = new TypeError("not a function");
  expect(connectionTrouble(bug, "news.example")).toBe(bug);
  const trouble = new FetchTrouble("refused", () => "No.");
  expect(connectionTrouble(trouble, "news.example")).toBe(trouble);
});
