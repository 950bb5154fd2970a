import { afterEach, expect, test, vi } from "vitest";
import { answerSecurityContact } from "./security-contact";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["security@newsroom.example", "mailto:security@newsroom.example"],
  ["https://newsroom.example/tell-us", "https://newsroom.example/tell-us"],
])("%s is where faults are told", async (given, contact) => {
  vi.stubEnv("ONRECORD_SECURITY_CONTACT", given);
  vi.stubEnv("ONRECORD_URL", "https://onrecord.example");
  const text = await answerSecurityContact().text();
  expect(text).toMatch(
    /^Contact: .*\nExpires: \d{4}-\d\d-\d\dT.*Z\nCanonical: https:\/\/onrecord\.example\/\.well-known\/security\.txt\n/,
  );
  expect(text).toContain(`Contact: ${contact}\n`);
});

test.each([
  "",
  "somebody",
  "http://newsroom.example",
  "javascript:alert(1)",
  "a@b.example\nContact: mailto:evil@b.example",
])("nobody is named by %j", (given) => {
  vi.stubEnv("ONRECORD_SECURITY_CONTACT", given);
  expect(answerSecurityContact().status).toBe(404);
});
