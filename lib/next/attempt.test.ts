import { redirect } from "next/navigation";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "#lib/errors";
import { attempt } from "./attempt";

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test("what a person can act on comes back with what they typed, never with a secret", async () => {
  const typed = form({ email: "a@example.org", password: "hush", token: "t0ken", $ACTION_ID_1: "x" });
  const state = await attempt(async () => {
    throw new AppError("invalid_input", "Write a name.", { field: "name" });
  }, typed);
  expect(state).toEqual({
    ok: false,
    code: "invalid_input",
    message: "Write a name.",
    field: "name",
    kept: { email: "a@example.org" },
  });
  expect(lines).toEqual([]);
});

test("anything else is one calm sentence with a number, and that number stands in the log with the cause", async () => {
  const hash = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA";
  const token = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
  const state = await attempt(async () => {
    throw new TypeError(`broke on ${hash}`, { cause: new Error(`while at /join/${token}`) });
  });
  expect(state).toMatchObject({ ok: false, code: "unavailable" });
  const said = state !== null && !state.ok ? state.message : "";
  const reference = /number: ([0-9a-f]{6})\.$/.exec(said)?.[1];
  expect(said).not.toContain("broke");
  const logged = JSON.parse(lines[0] ?? "{}");
  expect(logged).toMatchObject({ level: "error", reference, name: "TypeError", cause: { name: "Error" } });
  expect(lines.join()).not.toContain("c29tZXNhbHQ");
  expect(lines.join()).not.toContain(token);
});

test("of what Prisma says only the reason is logged, not the values of the call", async () => {
  const error = new Error(
    "Invalid `user.create()`\n  data: { passwordHash: 'abc', email: 'x' }\n\nUnique constraint failed",
  );
  error.name = "PrismaClientKnownRequestError";
  await attempt(async () => {
    throw error;
  });
  expect(JSON.parse(lines[0] ?? "{}").message).toBe("Unique constraint failed");
  expect(lines.join()).not.toContain("passwordHash");
});

test("a redirect passes through", async () => {
  await expect(attempt(async () => redirect("/desk"))).rejects.toMatchObject({
    digest: expect.stringContaining("NEXT_REDIRECT"),
  });
});

test("done is done", async () => {
  expect(await attempt(async () => {})).toEqual({ ok: true });
  expect(await attempt(async () => ({ data: { link: "x" } }))).toEqual({ ok: true, data: { link: "x" } });
});
