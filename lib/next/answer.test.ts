import { beforeEach, expect, test, vi } from "vitest";
import { noteSecurity } from "#lib/db/security/events";
import { AppError } from "#lib/errors";
import { answerFile, answerJson } from "./answer";
import { requireActor } from "./session";

vi.mock("./session", () => ({ requireActor: vi.fn() }));
vi.mock("#lib/db/security/events", () => ({ noteSecurity: vi.fn() }));
const editor = { id: "1", name: "Editor B", role: "EDITOR" } as const;
beforeEach(() => {
  vi.mocked(requireActor).mockResolvedValue(editor);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

const cacheControl = (response: Response) => response.headers.get("cache-control");
const refuse = (error: Error) => () => Promise.reject(error);

test("what a screen asks for is answered as JSON, for whoever is signed in, and no cache keeps it", async () => {
  const response = await answerJson(async ({ name }) => ({ hello: name }));
  expect([response.status, await response.json()]).toEqual([200, { hello: "Editor B" }]);
  expect(cacheControl(response)).toBe("no-store");
});

test("a file is saved under its name, and no cache keeps it", async () => {
  const response = await answerFile("feeds.opml", "text/x-opml", async () => "<opml/>");
  expect(await response.text()).toBe("<opml/>");
  expect(response.headers.get("content-type")).toBe("text/x-opml");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="feeds.opml"');
  expect(cacheControl(response)).toBe("no-store");
});

test("whoever takes a file out is told to the security log; who gets none isn't", async () => {
  vi.mocked(noteSecurity).mockClear();
  await answerFile("feeds.opml", "text/x-opml", async () => null);
  await answerFile("feeds.opml", "text/x-opml", refuse(new AppError("not_allowed", "Not yours.")));
  expect(noteSecurity).not.toHaveBeenCalled();
  await answerFile("feeds.opml", "text/x-opml", async () => "<opml/>");
  const note = { kind: "export", actorId: editor.id, detail: "feeds.opml" };
  expect(vi.mocked(noteSecurity).mock.calls).toEqual([[note, expect.any(Date)]]);
});

test.each([
  ["nobody is signed in", new AppError("not_signed_in", "Sign in."), 401, "Sign in."],
  ["it isn't theirs", new AppError("not_allowed", "Not yours."), 403, "Not yours."],
  ["it isn't here", new AppError("not_found", "Gone."), 404, "Gone."],
  ["something broke, of which nothing is told", new Error("a table is missing"), 500, undefined],
])("%s: told by its status, and no cache keeps that either", async (_, error, status, message) => {
  for (const response of [await answerJson(refuse(error)), await answerFile("a", "b/c", refuse(error))]) {
    expect(response.status).toBe(status);
    expect((await response.json()).message).toBe(message);
    expect(cacheControl(response)).toBe("no-store");
  }
});

test("without a session nothing is asked", async () => {
  vi.mocked(requireActor).mockRejectedValue(new AppError("not_signed_in", "Sign in."));
  const work = vi.fn();
  expect((await answerJson(work)).status).toBe(401);
  expect((await answerFile("a", "b/c", work)).status).toBe(401);
  expect(work).not.toHaveBeenCalled();
});

test("a file with nothing to put into it is not here", async () => {
  expect((await answerFile("a", "b/c", async () => null)).status).toBe(404);
});
