import { expect, test } from "vitest";
import { environment } from "./env";

const whole = {
  NODE_ENV: "test",
  DATABASE_URL: "postgresql://app@localhost/app?host=%2Frun%2Fonrecord",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ONRECORD_SEALING_KEY: "fedcba9876543210fedcba9876543210",
  ONRECORD_URL: "https://onrecord.example.org",
} as const;

test("what npm start sets is enough", () => {
  expect(environment(whole)).toMatchObject({ DATABASE_URL: whole.DATABASE_URL, ONRECORD_SOLE_WORKER: "" });
});

test.each([
  ["DATABASE_URL", undefined, /DATABASE_URL is not set/],
  ["DATABASE_URL", "", /DATABASE_URL is not set/],
  ["DATABASE_URL", "mysql://app:hunter2@localhost/app", /must be like postgresql:/],
  ["NEXTAUTH_SECRET", undefined, /NEXTAUTH_SECRET is not set/],
  ["NEXTAUTH_SECRET", "short", /too short/],
  ["ONRECORD_SEALING_KEY", undefined, /ONRECORD_SEALING_KEY is not set/],
  ["ONRECORD_SEALING_KEY", "short", /ONRECORD_SEALING_KEY is too short/],
  ["ONRECORD_URL", "onrecord.example.org", /must be like https:/],
])("%s = %s is refused", (name, value, sentence) => {
  expect(() => environment({ ...whole, [name]: value })).toThrow(sentence);
});

test.each([
  ["", []],
  ["intranet.example.org", ["intranet.example.org"]],
  [" Intranet.Example.org , 10.0.0.7:8080\n[::1]:81 ", ["intranet.example.org", "10.0.0.7:8080", "[::1]:81"]],
  ["127.1:8080", ["127.0.0.1:8080"]],
])("hosts that are allowed: %j", (value, hosts) => {
  expect(environment({ ...whole, ONRECORD_ALLOW_HOSTS: value }).ONRECORD_ALLOW_HOSTS).toEqual(hosts);
});

test.each([
  "*.example.org",
  "http://intranet",
  "a@b",
  "intranet:99999",
  "intranet/path",
  "good.example, [::1",
])("hosts that can't be: %s", (value) => {
  expect(() => environment({ ...whole, ONRECORD_ALLOW_HOSTS: value })).toThrow(/must be hosts with commas/);
});

test("everything that is wrong is told at once, and no value is repeated", () => {
  const wrong = { NODE_ENV: "test", DATABASE_URL: "mysql://app:hunter2@localhost/app" } as const;
  expect(() => environment(wrong)).toThrow(/DATABASE_URL.*NEXTAUTH_SECRET.*ONRECORD_URL/s);
  expect(() => environment(wrong)).not.toThrow(/hunter2/);
});
