import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Environment, environment } from "./env";

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

test.each([
  [undefined, 365],
  ["", 365],
  ["30", 30],
  ["3650", 3650],
])("the security log is kept for: %s", (value, days) => {
  const given = value === undefined ? {} : { ONRECORD_SECURITY_LOG_DAYS: value };
  expect(environment({ ...whole, ...given }).ONRECORD_SECURITY_LOG_DAYS).toBe(days);
});

test.each(["29", "3651", "0", "-1", "1.5", "a year", "1e2x", "NaN", "Infinity"])(
  "the security log is not kept for: %s",
  (value) => {
    expect(() => environment({ ...whole, ONRECORD_SECURITY_LOG_DAYS: value })).toThrow(
      "ONRECORD_SECURITY_LOG_DAYS must be a whole number from 30 to 3650.",
    );
  },
);

test.each([
  ["ONRECORD_ENGINE", "magic", /models \(the default\) or rules/],
  ["ONRECORD_WORKER", "some", /all \(the default\) or reading/],
])("%s = %s is refused", (name, value, sentence) => {
  expect(() => environment({ ...whole, [name]: value })).toThrow(sentence);
});

test.each([
  ["smtp://127.0.0.1:1025", "onrecord@example.org"],
  ["smtps://me:secret@mail.example.org:465", "Onrecord <onrecord@example.org>"],
])("mail by %s from %s", (ONRECORD_SMTP_URL, ONRECORD_MAIL_FROM) => {
  expect(environment({ ...whole, ONRECORD_SMTP_URL, ONRECORD_MAIL_FROM })).toMatchObject({
    ONRECORD_SMTP_URL,
    ONRECORD_MAIL_FROM,
  });
});

test.each([
  ["mail.example.org", "a@example.org", /ONRECORD_SMTP_URL must be like/],
  ["https://mail.example.org", "a@example.org", /ONRECORD_SMTP_URL must be like/],
  ["smtp://", "a@example.org", /ONRECORD_SMTP_URL must be like/],
  ["smtp://mail.example.org", "nobody", /ONRECORD_MAIL_FROM must be an address/],
  ["smtp://mail.example.org", "a@example.org\nBcc: b@example.org", /ONRECORD_MAIL_FROM must be an address/],
  ["smtp://mail.example.org", "A\r\nBcc: x <a@example.org>", /ONRECORD_MAIL_FROM must be an address/],
  ["smtp://mail.example.org", "", /ONRECORD_MAIL_FROM is not set: mail needs both/],
  ["", "a@example.org", /ONRECORD_SMTP_URL is not set: mail needs both/],
])("mail by %j from %j is refused", (ONRECORD_SMTP_URL, ONRECORD_MAIL_FROM, sentence) => {
  expect(() => environment({ ...whole, ONRECORD_SMTP_URL, ONRECORD_MAIL_FROM })).toThrow(sentence);
});

test("no mail is set up where neither is set", () => {
  expect(environment(whole)).toMatchObject({ ONRECORD_SMTP_URL: null, ONRECORD_MAIL_FROM: null });
});

const OIDC = {
  ONRECORD_OIDC_ISSUER: "https://login.example.org/newsroom",
  ONRECORD_OIDC_CLIENT_ID: "onrecord",
  ONRECORD_OIDC_CLIENT_SECRET: "hunter2",
};

test("an organisation's sign-in needs its issuer, id and secret; then passwords may be off", () => {
  expect(environment({ ...whole, ...OIDC })).toMatchObject({ ...OIDC, ONRECORD_PASSWORDS: "on" });
  expect(environment({ ...whole, ...OIDC, ONRECORD_PASSWORDS: "off" }).ONRECORD_PASSWORDS).toBe("off");
  expect(environment({ ...whole, ...OIDC, ONRECORD_OIDC_ISSUER: "http://127.0.0.1:9000" })).toBeTruthy();
});

test.each([
  ["ONRECORD_OIDC_ISSUER", "", /ONRECORD_OIDC_ISSUER is not set: signing in through an organisation needs/],
  ["ONRECORD_OIDC_CLIENT_ID", "", /ONRECORD_OIDC_CLIENT_ID is not set/],
  ["ONRECORD_OIDC_CLIENT_SECRET", "", /ONRECORD_OIDC_CLIENT_SECRET is not set/],
  ["ONRECORD_OIDC_ISSUER", "login.example.org", /must be an https address/],
  ["ONRECORD_OIDC_ISSUER", "http://login.example.org", /must be an https address/],
  ["ONRECORD_OIDC_ISSUER", "https://login.example.org/?a=b", /must be an https address/],
  ["ONRECORD_OIDC_ISSUER", "javascript:alert(1)", /must be an https address/],
  ["ONRECORD_OIDC_NAME", "x".repeat(61), /at most 60 characters/],
  ["ONRECORD_PASSWORDS", "no", /on \(the default\) or off/],
])("an organisation's sign-in with %s = %j is refused", (name, value, sentence) => {
  expect(() => environment({ ...whole, ...OIDC, [name]: value })).toThrow(sentence);
  expect(() => environment({ ...whole, ...OIDC, [name]: value })).not.toThrow(/hunter2/);
});

test("passwords aren't off where nobody could sign in otherwise", () => {
  expect(() => environment({ ...whole, ONRECORD_PASSWORDS: "off" })).toThrow(/nobody could sign in/);
});

test("every setting that the environment has stands in docs/operations.md, but for those that the start alone sets", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  const own = ["ONRECORD_SOLE_WORKER", "ONRECORD_WORKER"];
  for (const name of Object.keys(Environment.shape)) {
    if (!own.includes(name)) expect(page).toContain(`\`${name}\``);
  }
});

test("everything that is wrong is told at once, and no value is repeated", () => {
  const wrong = { NODE_ENV: "test", DATABASE_URL: "mysql://app:hunter2@localhost/app" } as const;
  expect(() => environment(wrong)).toThrow(/DATABASE_URL.*NEXTAUTH_SECRET.*ONRECORD_URL/s);
  expect(() => environment(wrong)).not.toThrow(/hunter2/);
});

const model = {
  ONRECORD_LLM_URL: "http://127.0.0.1:11434/v1",
  ONRECORD_LLM_KEY: "sk-of-nobody",
  ONRECORD_LLM_MODEL: "small-1",
  ONRECORD_LLM_PRICE_IN: "0.15",
  ONRECORD_LLM_PRICE_OUT: "0.60",
  ONRECORD_LLM_BUDGET: "20",
};

test("a language model is set whole, or not at all", () => {
  expect(environment({ ...whole, ...model })).toMatchObject({ ONRECORD_LLM_MODEL: "small-1" });
  for (const name of Object.keys(model).filter((one) => one !== "ONRECORD_LLM_KEY"))
    expect(() => environment({ ...whole, ...model, [name]: "" })).toThrow(
      `${name} is not set: a language model`,
    );
});

test.each([
  ["ONRECORD_LLM_URL", "http://llm.example.org/v1", /must be the address of an OpenAI-compatible API/],
  ["ONRECORD_LLM_KEY", "two\nlines", /must be the key as its server gave it/],
  ["ONRECORD_LLM_MODEL", "x".repeat(201), /at most 200 characters/],
  ["ONRECORD_LLM_PRICE_IN", "cheap", /ONRECORD_LLM_PRICE_IN must be what a million tokens cost/],
  ["ONRECORD_LLM_PRICE_OUT", "-1", /ONRECORD_LLM_PRICE_OUT must be what a million tokens cost/],
  ["ONRECORD_LLM_CURRENCY", "euros", /three letters, like EUR/],
  ["ONRECORD_LLM_BUDGET", "a lot", /must be what may be spent in a month/],
  ["ONRECORD_LLM_SECONDS", "301", /from 5 to 300/],
])("%s = %s is refused, and not repeated", (name, value, sentence) => {
  const start = () => environment({ ...whole, ...model, [name]: value });
  expect(start).toThrow(sentence);
  expect(start).not.toThrow(value);
  expect(start).not.toThrow(model.ONRECORD_LLM_KEY);
});

test("a budget in money is refused where nothing costs any", () => {
  const free = { ...model, ONRECORD_LLM_PRICE_IN: "0", ONRECORD_LLM_PRICE_OUT: "0" };
  expect(() => environment({ ...whole, ...free })).toThrow(/would never be spent/);
  expect(() => environment({ ...whole, ...free, ONRECORD_LLM_BUDGET: "500000 tokens" })).not.toThrow();
});
