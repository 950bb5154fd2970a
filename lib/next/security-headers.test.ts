import { expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

test("a page in production runs scripts of its own nonce only, and evaluates nothing", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
});

test("while developing, React may evaluate", () => {
  expect(contentSecurityPolicy("abc", true)).toContain("'unsafe-eval'");
});

test("https alone is insisted on where people come by https", () => {
  expect(securityHeaders(true, false)).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders(false, false)).not.toHaveProperty("Strict-Transport-Security");
});
