import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { forgetReports, REPORTS, receiptOf, reportsPage } from "#lib/db/reports/error-reports";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import type { Actor } from "#lib/domain/actor";
import { MOST_REPORTED } from "#lib/domain/bounds";
import { listPlace } from "#lib/domain/cursors";
import { reportedPage } from "#lib/domain/error-reports";
import { newSendKey, SEND_KEY } from "#lib/domain/send-key";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { answerErrorReport, eraseErrorReport, eraseOwnReport, sendErrorReport } from "./error-reports";
import { NOW, person } from "./testing/newsroom";

let close: () => Promise<void>;
let mara: Actor;
let clients = 0;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  mara = await person("Mara");
});
afterAll(async () => {
  await disconnect();
  await close();
});

/** Each from a client of its own. */
function send(input: Record<string, unknown>, now = NOW): Promise<string> {
  clients += 1;
  return sendErrorReport(input, { client: `192.0.2.${clients}`, now });
}

const rowOf = async (words: string) =>
  (await reportsPage({ state: "open", kind: null }, null)).reports.find((report) => report.words === words);

test("a report is read at the desk, answered, and its sender sees what became of it", async () => {
  const token = await send({ about: "/articles/quay", words: "  The date is wrong: it was in May.  " });
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  expect(await receiptOf(token)).toMatchObject({ path: "/articles/quay", answer: null });
  const row = await rowOf("The date is wrong: it was in May.");
  const answer = { reportId: row?.id, revision: row?.revision, answer: "You are right; corrected." };
  await answerErrorReport(mara, answer, { now: NOW });
  expect(await receiptOf(token)).toMatchObject({ answer: "You are right; corrected." });
  expect(await rowOf("The date is wrong: it was in May.")).toBeUndefined();
  expect((await reportsPage({ state: "answered", kind: null }, null)).reports[0]).toMatchObject({
    id: row?.id,
    answeredBy: "Mara",
  });
  await expect(answerErrorReport(mara, answer, { now: NOW })).rejects.toMatchObject({ code: "conflict" });
});

test("nothing tells who sent it, and the token isn't kept", async () => {
  const token = await send({ words: "Nothing of me." });
  const row = await database().errorReport.findFirstOrThrow({ where: { words: "Nothing of me." } });
  expect(Object.keys(row).sort()).toEqual(
    "answer answerPath answeredAt answeredById erasedAt id kind path revision sentAt source tokenHash words"
      .split(" ")
      .sort(),
  );
  expect(JSON.stringify([row, await database().sending.findMany()])).not.toContain(token);
  expect(
    JSON.stringify(await database().rateLimit.findMany(), (_, v) => (typeof v === "bigint" ? String(v) : v)),
  ).not.toContain("192.0.2.");
});

test.each([
  ["/articles/quay", "/articles/quay"],
  ["/claims/x-1", "/claims/x-1"],
  ["/", "/"],
  ["/corrections", "/corrections"],
  ["/publishers/0190f000-0000-7000-8000-000000000001", "/publishers/0190f000-0000-7000-8000-000000000001"],
  ["/authors/0190f000-0000-7000-8000-000000000001", "/authors/0190f000-0000-7000-8000-000000000001"],
  ["/speakers/0190f000-0000-7000-8000-000000000001", "/speakers/0190f000-0000-7000-8000-000000000001"],
  ["/authors", null],
  ["/authors/0190f000-0000-7000-8000-000000000001/pages", null],
  ["https://example.org/", null],
  ["//example.org", null],
  ["/desk", null],
  ["/articles/../desk", null],
  ["javascript:alert(1)", null],
  ['/articles/a"onclick=', null],
  [["/claims/x"], null],
  [undefined, null],
])("a report can be about %j: %j", (path, expected) => expect(reportedPage(path)).toBe(expected));

test.each([
  [{ words: "" }, "words"],
  [{ words: "   " }, "words"],
  [{}, "words"],
  [{ words: "x".repeat(MOST_REPORTED + 1) }, "words"],
  [{ words: "a\u0000b" }, "words"],
  [{ words: "a\ud800b" }, "words"],
  [{ words: ["x"] }, "words"],
])("what can't be kept is refused with its field, and nothing is: %#", async (input, field) => {
  const before = await database().errorReport.count();
  await expect(send(input)).rejects.toMatchObject({ code: "invalid_input", field });
  expect(await database().errorReport.count()).toBe(before);
});

test("sent twice it is kept once, with one receipt", async () => {
  const input = { words: "Once, please.", [SEND_KEY]: newSendKey() };
  expect(await send(input)).toBe(await send(input));
  expect(await database().errorReport.count({ where: { words: "Once, please." } })).toBe(1);
});

test("one client is slowed down, and no other", async () => {
  const from = (client: string) => sendErrorReport({ words: "Again." }, { client, now: NOW });
  for (let n = 0; n < REPORTS.client.points; n += 1) await from("198.51.100.1");
  await expect(from("198.51.100.1")).rejects.toMatchObject({ code: "rate_limited" });
  await from("198.51.100.2");
});

test("its sender erases it, and the desk has nothing of it any more", async () => {
  const token = await send({ words: "I wrote a name in here." });
  const row = await rowOf("I wrote a name in here.");
  await answerErrorReport(
    mara,
    { reportId: row?.id, revision: 1, answer: "We quote: a name." },
    { now: NOW },
  );
  await eraseOwnReport(token, { now: NOW });
  await eraseOwnReport(token, { now: NOW });
  expect(await receiptOf(token)).toMatchObject({ words: null, answer: null, erasedAt: NOW.toISOString() });
  expect(JSON.stringify(await reportsPage({ state: "answered", kind: null }, null))).not.toContain("a name");
  expect(
    JSON.stringify(await database().auditPayload.findMany(), (_, v) =>
      typeof v === "bigint" ? String(v) : v,
    ),
  ).not.toContain("a name");
});

test.each(["", "x", "0".repeat(32), "' OR 1=1", null, { not: "" }])(
  "a token that nobody has opens and erases nothing: %j",
  async (token) => {
    const before = await database().errorReport.count({ where: { erasedAt: null } });
    await eraseOwnReport(token, { now: NOW }).catch((error) =>
      expect(error).toMatchObject({ code: "invalid_input" }),
    );
    expect(await database().errorReport.count({ where: { erasedAt: null } })).toBe(before);
  },
);

test("the desk erases what shouldn't have been sent; a contributor may not", async () => {
  await send({ words: "A private address." });
  const row = await rowOf("A private address.");
  const contributor = await person("Cem", "CONTRIBUTOR");
  const ask = { reportId: row?.id };
  await expect(eraseErrorReport(contributor, ask, { now: NOW })).rejects.toMatchObject({
    code: "not_allowed",
  });
  await eraseErrorReport(mara, ask, { now: NOW });
  expect(await rowOf("A private address.")).toBeUndefined();
});

test("a long inbox is read a part at a time, without a gap", async () => {
  for (let n = 0; n < 25; n += 1) await send({ words: `Number ${n}` }, new Date(NOW.getTime() + n * 1000));
  const first = await reportsPage({ state: "open", kind: null }, null);
  const second = await reportsPage(
    { state: "open", kind: null },
    listPlace({ after: first.older ?? "" }) ?? null,
  );
  const ids = [...first.reports, ...second.reports].map(({ id }) => id);
  expect([new Set(ids).size, first.open]).toEqual([ids.length, ids.length]);
  const back = await reportsPage(
    { state: "open", kind: null },
    listPlace({ before: second.newer ?? "" }) ?? null,
  );
  expect(back.reports.map(({ id }) => id)).toEqual(first.reports.map(({ id }) => id));
});

test("what was answered or erased a year ago is gone; what waits for an answer stays", async () => {
  const open = (await reportsPage({ state: "open", kind: null }, null)).open;
  await forgetReports(new Date(NOW.getTime() + 366 * 86_400_000));
  expect(await database().errorReport.count()).toBe(open);
});

test("a claim is kept with where it was seen, listed by its kind, and erased whole", async () => {
  const token = await send({ kind: "CLAIM", words: "The dam is safe.", source: " https://example.org/dam " });
  await send({ words: "An error beside it." });
  expect(await receiptOf(token)).toMatchObject({
    kind: "CLAIM",
    source: "https://example.org/dam",
    path: null,
  });
  const claims = await reportsPage({ state: "open", kind: "CLAIM" }, null);
  expect(claims.reports.map(({ words }) => words)).toEqual(["The dam is safe."]);
  expect(claims.open).toBe(1);
  const errors = await reportsPage({ state: "open", kind: "ERROR" }, null);
  expect(errors.reports.map(({ kind }) => kind)).not.toContain("CLAIM");
  await eraseOwnReport(token, { now: NOW });
  expect(await receiptOf(token)).toMatchObject({ words: null, source: null });
});

test.each([
  [{ kind: "CLAIM", words: " " }, "words"],
  [{ kind: "CLAIM", words: "x", source: "javascript:alert(1)" }, "source"],
  [{ kind: "CLAIM", words: "x", source: "https://me:secret@example.org/" }, "source"],
  [{ kind: "OTHER", words: "x" }, "kind"],
])("a claim that can't be kept is refused with its field: %#", async (input, field) => {
  await expect(send(input)).rejects.toMatchObject({ code: "invalid_input", field });
});

test("an answer names what readers can open, and nothing else", async () => {
  await send({ kind: "CLAIM", words: "Answer me with a page." }, new Date(NOW.getTime() + 86_400_000));
  const row = await rowOf("Answer me with a page.");
  const answer = { reportId: row?.id, revision: row?.revision, answer: "See there." };
  for (const answerPath of [
    "/claims/no-such-claim",
    "/articles/no-such-page",
    "https://example.org/",
    "/desk",
  ])
    await expect(answerErrorReport(mara, { ...answer, answerPath }, { now: NOW })).rejects.toMatchObject({
      code: "invalid_input",
      field: "answerPath",
    });
  await answerErrorReport(mara, { ...answer, answerPath: "" }, { now: NOW });
});

test("an answer leads to the page and the claim that are published, until they are withdrawn", async () => {
  const [writer, publisher] = [await rows.person("Writer"), await rows.person("Publisher")];
  const how = { writer, publisher, at: NOW };
  const founding = foundingPublication();
  const claimId = await rows.claimRow("sent-claim", "The dam is safe.");
  await rows.claimRow("unpublished-claim", "Nobody published this.");
  await rows.articleRow("unpublished-page");
  const article = { ...founding.article, slug: "answering-page" };
  const publicationId = await rows.publishArticle(
    await rows.articleRow("answering-page"),
    { ...founding, article },
    [],
    how,
  );
  await rows.publishClaim(
    claimId,
    { ...foundingClaim(), claim: { ...foundingClaim().claim, slug: "sent-claim" } },
    how,
  );
  const token = await send({ kind: "CLAIM", words: "Is the dam safe?" }, new Date(NOW.getTime() + 9e7));
  const row = await rowOf("Is the dam safe?");
  let revision = row?.revision ?? 0;
  const answer = (answerPath: string) =>
    answerErrorReport(
      mara,
      { reportId: row?.id, revision, answer: "See there.", answerPath },
      { now: NOW },
    ).then(() => {
      revision += 1;
    });
  const refused = { code: "invalid_input", field: "answerPath" };
  for (const path of ["/claims/unpublished-claim", "/articles/unpublished-page"])
    await expect(answer(path)).rejects.toMatchObject(refused);
  expect(await receiptOf(token)).toMatchObject({ answer: null, answerPath: null });
  for (const path of ["/claims/sent-claim", "/articles/answering-page"]) {
    await answer(path);
    expect(await receiptOf(token)).toMatchObject({ answer: "See there.", answerPath: path });
  }
  await rows.withdraw(publicationId, "It was another dam.", NOW);
  await expect(answer("/articles/answering-page")).rejects.toMatchObject(refused);
  await eraseOwnReport(token, { now: NOW });
  expect(await receiptOf(token)).toMatchObject({ answer: null, answerPath: null });
});
