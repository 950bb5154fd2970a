import { expect, test } from "vitest";
import { contentSecurityPolicy, DOCUMENT, securityHeaders } from "./security-headers";

test("a page in production runs scripts of its own nonce only, and evaluates nothing", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
});

test("while developing, React may evaluate", () => {
  expect(contentSecurityPolicy("abc", true)).toContain("'unsafe-eval'");
});

test("a page that is a document runs nothing, and asks nobody but us", () => {
  expect(DOCUMENT).toMatch(/^default-src 'none'; connect-src 'self';/);
  expect(DOCUMENT).not.toMatch(/script-src|unsafe|\*|https?:|data:/);
});

test("https alone is insisted on where people come by https", () => {
  expect(securityHeaders(true, false)).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders(false, false)).not.toHaveProperty("Strict-Transport-Security");
});
