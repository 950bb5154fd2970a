import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { sha256 } from "./hash";

/** What the database refuses, whoever asks: plain SQL, past every check of the program. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
beforeAll(async () => {
  db = await freshDatabase();
  sql = new Client({ connectionString: db.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await db.close();
});

const TEXT = "A 😀 said that it is so. Then B said so too.";

type Columns = Readonly<Record<string, unknown>>;

/** Insert one row; its id where it has one. Objects become JSON. */
async function insert(table: string, columns: Columns): Promise<string> {
  const row =
    table === "AuditEvent" || table === "ReviewWriter" || table === "Snapshot"
      ? columns
      : { id: randomUUID(), ...columns };
  const names = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === "object" && value !== null && !(value instanceof Uint8Array)
      ? JSON.stringify(value)
      : value,
  );
  await sql.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map((_, i) => `$${i + 1}`)})`,
    values,
  );
  return String(columns.id ?? ("id" in row ? row.id : ""));
}

function versionColumns(articleId: string, snapshotSha256: string, text: string): Columns {
  return {
    articleId,
    snapshotSha256,
    text,
    number: 1,
    textLength: text.length,
    textSha256: sha256(text),
    normalizerVersion: "1",
    direction: "ltr",
    engineName: "e",
    engineVersion: "1",
    notes: [],
  };
}

async function page(text = TEXT) {
  const bytes = new TextEncoder().encode(`${text}${randomUUID()}`);
  const snapshot = sha256(bytes);
  await insert("Snapshot", { sha256: snapshot, bytes: Buffer.from(bytes) });
  const articleId = await insert("Article", { slug: randomUUID(), identity: randomUUID() });
  const versionId = await insert("ArticleVersion", versionColumns(articleId, snapshot, text));
  const postId = await insert("Post", { versionId, index: 0, isTeaser: false });
  const segmentId = await insert("Segment", {
    versionId,
    postId,
    index: 0,
    start: 0,
    end: 25,
    type: "BODY",
    reason: {},
  });
  const chromeId = await insert("Segment", {
    versionId,
    postId,
    index: 1,
    start: 26,
    end: text.length,
    type: "CHROME",
    reason: {},
  });
  return { articleId, versionId, postId, segmentId, chromeId, snapshot };
}

type Page = Awaited<ReturnType<typeof page>>;

const person = () =>
  insert("User", { email: `${randomUUID()}@example.org`, name: "Mara", role: "EDITOR", passwordHash: "-" });

async function review({ versionId }: Page, writer: string): Promise<string> {
  const reviewId = await insert("Review", { kind: "ARTICLE", versionId, authorId: writer });
  await insert("ReviewWriter", { reviewId, userId: writer });
  return reviewId;
}

const facts = {
  label: "REPORTED",
  sourcing: "NAMED_PERSON",
  factualityWriter: "CT+",
  time: "PAST",
  flags: {},
  attributionScope: "SENTENCE",
};

function suggestion({ versionId, postId, segmentId }: Page, more: Columns = {}): Columns {
  return {
    versionId,
    postId,
    segmentId,
    index: 0,
    start: 0,
    end: 9,
    exact: "A 😀 said",
    ...facts,
    reasons: [],
    confidence: 0.5,
    engineName: "e",
    engineVersion: "1",
    ...more,
  };
}

function statement(
  { versionId, postId, segmentId }: Page,
  reviewId: string,
  by: string,
  more: Columns = {},
): Columns {
  return {
    versionId,
    postId,
    segmentId,
    reviewId,
    changedById: by,
    start: 0,
    end: 9,
    exact: "A 😀 said",
    ...facts,
    derivedLabel: "REPORTED",
    ...more,
  };
}

test("offsets are counted in UTF-16 units, and a character is never cut in two", async () => {
  const { rows } = await sql.query<Record<string, string | number | null>>(
    `SELECT utf16_length($1) AS length, utf16_slice($1, 2, 4) AS face, utf16_slice($1, 5, 9) AS said,
            utf16_slice($1, 2, 3) AS head, utf16_slice($1, 3, 5) AS tail,
            utf16_slice($1, 0, 99) AS beyond, utf16_slice($1, 4, 4) AS empty, utf16_slice($1, -1, 2) AS before`,
    [TEXT],
  );
  expect(rows[0]).toEqual({
    length: TEXT.length,
    face: "😀",
    said: "said",
    head: null,
    tail: null,
    beyond: null,
    empty: null,
    before: null,
  });
});

test("utf16_slice agrees with JavaScript on every span of a mixed text", async () => {
  const text = "a😀ب𝄞é\uFFFF𝄞\uFFFFz";
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 1) {
      const slice = text.slice(start, end);
      const { rows } = await sql.query<{ slice: string | null }>("SELECT utf16_slice($1, $2, $3) AS slice", [
        text,
        start,
        end,
      ]);
      expect(rows[0]?.slice).toBe(/\p{Surrogate}/u.test(slice) ? null : slice);
    }
  }
});

test("a version's length and hash are those of its text", async () => {
  const { articleId, snapshot } = await page();
  const columns = { ...versionColumns(articleId, snapshot, "other text"), number: 2 };
  await expect(insert("ArticleVersion", { ...columns, textLength: 9 })).rejects.toThrow("textLength_agrees");
  await expect(insert("ArticleVersion", { ...columns, textSha256: sha256("x") })).rejects.toThrow(
    "textSha256_agrees",
  );
  await expect(insert("ArticleVersion", versionColumns(articleId, snapshot, TEXT))).rejects.toThrow("unique");
  await insert("ArticleVersion", columns);
});

test("a snapshot's name is the hash of its bytes", async () => {
  await expect(insert("Snapshot", { sha256: sha256("a"), bytes: Buffer.from("b") })).rejects.toThrow(
    "sha256_agrees",
  );
});

test.each([
  [{ start: 40, end: 99 }, "not inside"],
  [{ start: 20, end: 30 }, "overlaps"],
  [{ start: 3, end: 4 }, "not inside"],
])("no segment at %o", async (span, message) => {
  const { versionId, postId } = await page();
  const columns = { versionId, postId, index: 9, type: "BODY", reason: {}, ...span };
  await expect(insert("Segment", columns)).rejects.toThrow(message);
});

test("a suggestion's quote is the text under its span", async () => {
  await insert("Suggestion", suggestion(await page()));
  await insert("Suggestion", { ...suggestion(await page()), start: 4, end: 9, exact: " said" });
});

test.each([
  [{ exact: "A 😀 sad " }, "not the text"],
  [{ start: 1, end: 9 }, "not the text"],
  [{ start: 0, end: 3, exact: "A " }, "not the text"],
  [{ start: 0, end: 3, exact: "A 😀" }, "not the text"],
  [{ start: 3, end: 9, exact: "\uFFFF said" }, "not the text"],
  [{ start: 4, end: 9, exact: " sald" }, "not the text"],
  [{ start: 0, end: 30, exact: TEXT.slice(0, 30) }, "does not lie inside"],
  [{ confidence: 1.2 }, "confidence_range"],
  [{ factualityWriter: "SURE" }, "factuality_codes"],
  [{ relayDepth: -1 }, "relayDepth_range"],
  [{ content: "{0,1,2,8}" }, "content_pieces"],
])("no suggestion with %o", async (more, message) => {
  await expect(insert("Suggestion", suggestion(await page(), more))).rejects.toThrow(message);
});

test("a suggestion or statement never lies in the page's furniture", async () => {
  const one = await page();
  const place = { segmentId: one.chromeId, start: 26, end: 30, exact: TEXT.slice(26, 30) };
  await expect(insert("Suggestion", suggestion(one, place))).rejects.toThrow("neither body nor teaser");
  const by = await person();
  await expect(insert("Statement", statement(one, await review(one, by), by, place))).rejects.toThrow(
    "neither body nor teaser",
  );
});

test("a statement's quote, labels and codes are checked when it is made and when it is changed", async () => {
  const one = await page();
  const by = await person();
  const reviewId = await review(one, by);
  const id = await insert("Statement", statement(one, reviewId, by));
  const change = (set: string) => sql.query(`UPDATE "Statement" SET ${set} WHERE id = $1`, [id]);
  await expect(change(`"exact" = 'B 😀 said'`)).rejects.toThrow("not the text");
  await expect(change(`"end" = 8`)).rejects.toThrow("not the text");
  await expect(change(`"factualitySource" = '?'`)).rejects.toThrow("factuality_codes");
  for (const pieces of [
    "{0,2}",
    "{0,2,2,%}",
    "{0,2,4,%,%,%}",
    "{1,2,3,%}",
    "{0,2,3,4}",
    "{0,1,2}",
    "{0,NULL,3,%}",
  ])
    await expect(change(`"content" = replace('${pieces}', '%', "end"::text)::int[]`)).rejects.toThrow(
      "content_pieces",
    );
  await change(`"content" = ARRAY[0, 2, 3, "end"]`);
  await expect(change(`"label" = 'OPINION'`)).rejects.toThrow("label_derived");
  await expect(
    change(`"label" = 'OPINION', "labelOverride" = 'OPINION', "labelReason" = ' '`),
  ).rejects.toThrow("override_reason");
  await change(`"label" = 'OPINION', "labelOverride" = 'OPINION', "labelReason" = 'It is praise.'`);
  await expect(insert("Statement", statement(one, reviewId, by))).rejects.toThrow("one_per_span");
  const other = await review(await page(), by);
  await expect(insert("Statement", statement(one, other, by))).rejects.toThrow("another version");
});

test("attribution spans and notes lie inside the text", async () => {
  const one = await page();
  const by = await person();
  const attributionId = await insert("Attribution", {
    versionId: one.versionId,
    type: "ASSERTION",
    quoteMode: "INDIRECT",
    confidence: 1,
  });
  await insert("AttributionSpan", { attributionId, part: "CUE", start: 5, end: 9 });
  await expect(insert("AttributionSpan", { attributionId, part: "CUE", start: 3, end: 9 })).rejects.toThrow(
    "not inside",
  );
  await expect(insert("AttributionSpan", { attributionId, part: "CUE", start: 30, end: 90 })).rejects.toThrow(
    "not inside",
  );
  const columns = { versionId: one.versionId, type: "ASSERTION", quoteMode: "DIRECT" };
  await expect(insert("Attribution", { ...columns, confidence: -0.1 })).rejects.toThrow("confidence_range");
  const note = {
    reviewId: await review(one, by),
    versionId: one.versionId,
    body: "?",
    isPublic: false,
    authorId: by,
  };
  await insert("Annotation", { ...note, start: 2, end: 4 });
  await expect(insert("Annotation", { ...note, start: 2, end: 3 })).rejects.toThrow("not inside");
  await expect(insert("Annotation", { ...note, start: 2 })).rejects.toThrow();
});

test("attributions are linked within their own version, and a verdict belongs to its review's claim", async () => {
  const [one, other] = [await page(), await page()];
  const by = await person();
  const attributionId = await insert("Attribution", {
    versionId: other.versionId,
    type: "ASSERTION",
    quoteMode: "INDIRECT",
    confidence: 1,
  });
  const statementId = await insert("Statement", statement(one, await review(one, by), by));
  const suggestionId = await insert("Suggestion", suggestion(one));
  const link = (table: string, column: string, id: string) =>
    sql.query(`INSERT INTO "${table}" ("${column}", "attributionId", position) VALUES ($1, $2, 0)`, [
      id,
      attributionId,
    ]);
  await expect(link("StatementAttribution", "statementId", statementId)).rejects.toThrow("another version");
  await expect(link("SuggestionAttribution", "suggestionId", suggestionId)).rejects.toThrow(
    "another version",
  );
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "So it is." });
  const otherClaim = await insert("Claim", { slug: randomUUID(), wording: "So it isn't." });
  const reviewId = await insert("Review", { kind: "CLAIM", claimId, authorId: by });
  const verdict = { reviewId, code: "MIXED", explanation: "Both.", authorId: by };
  await expect(insert("Verdict", { ...verdict, claimId: otherClaim })).rejects.toThrow("another claim");
  await insert("Verdict", { ...verdict, claimId });
});

test("what people said of the work stays, and an act on the queue is only undone, once", async () => {
  const { articleId } = await page();
  const by = await person();
  const ask = (text: string) => sql.query(text);
  await ask(
    `INSERT INTO "Assignment" ("subjectId", kind, "assigneeId") VALUES ('${articleId}', 'ARTICLE', '${by}')`,
  );
  await expect(ask(`DELETE FROM "Assignment"`)).rejects.toThrow("never changed");
  await expect(ask(`TRUNCATE "Assignment"`)).rejects.toThrow("never changed");
  await expect(ask(`UPDATE "Assignment" SET "dueAt" = '9999-12-31'`)).rejects.toThrow("dueAt_sane");
  await expect(ask(`DELETE FROM "User" WHERE id = '${by}'`)).rejects.toThrow();
  await ask(`INSERT INTO "QueueAct" ("actId", "subjectId", kind, action, "byId", at, before, revision)
    VALUES ('${randomUUID()}', '${articleId}', 'ARTICLE', 'queue.assign', '${by}', now(), '{}', 1)`);
  await expect(ask(`UPDATE "QueueAct" SET before = '{"assigneeId": null}'`)).rejects.toThrow("only undone");
  await ask(`UPDATE "QueueAct" SET "undoneAt" = now()`);
  await expect(ask(`UPDATE "QueueAct" SET "undoneAt" = NULL`)).rejects.toThrow("only undone");
  await expect(ask(`DELETE FROM "QueueAct"`)).rejects.toThrow("never changed");
});

test("a thread stays where it hangs, a comment is only taken back, and a notice is only read", async () => {
  const { versionId } = await page();
  const [by, other] = [await person(), await person()];
  const ask = (text: string) => sql.query(text);
  const thread = { versionId, openedById: by, openedAt: "2026-01-01" };
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "So it is." });
  for (const [columns, why] of [
    [{ claimId }, "one_place"],
    [{ end: 2 }, "span_whole"],
    [{ start: 0, end: 900 }, "not inside"],
    [{ start: 2, end: 3 }, "not inside"],
    [{ resolvedAt: "2026-01-01" }, "resolved_by_somebody"],
    [{ comments: 201 }, "bounded"],
  ] as const)
    await expect(insert("DeskThread", { ...thread, ...columns })).rejects.toThrow(why);
  const threadId = await insert("DeskThread", { ...thread, start: 0, end: 4 });
  const ofThread = `WHERE id = '${threadId}'`;
  await expect(ask(`UPDATE "DeskThread" SET "end" = 5 ${ofThread}`)).rejects.toThrow("only written on");
  await expect(ask(`UPDATE "DeskThread" SET comments = 2 ${ofThread}`)).rejects.toThrow("only written on");
  await ask(
    `UPDATE "DeskThread" SET comments = 1, "resolvedById" = '${by}', "resolvedAt" = now() ${ofThread}`,
  );
  const comment = { threadId, number: 1, authorId: by, at: "2026-01-01", body: "So?", mentions: [] };
  await expect(insert("DeskComment", { ...comment, body: "" })).rejects.toThrow("says_something");
  await expect(insert("DeskComment", { ...comment, body: "x".repeat(4001) })).rejects.toThrow("bounded");
  await expect(insert("DeskComment", { ...comment, number: 201 })).rejects.toThrow("numbered");
  const commentId = await insert("DeskComment", comment);
  await expect(insert("DeskComment", comment)).rejects.toThrow("threadId_number");
  const ofComment = `WHERE id = '${commentId}'`;
  await expect(ask(`UPDATE "DeskComment" SET body = 'So!' ${ofComment}`)).rejects.toThrow("only taken back");
  const empty = `UPDATE "DeskComment" SET body = '', "takenBackAt" = now()`;
  await expect(ask(`${empty}, mentions = '[{}]' ${ofComment}`)).rejects.toThrow("taken_back_whole");
  await ask(`${empty} ${ofComment}`);
  await expect(
    ask(`UPDATE "DeskComment" SET "takenBackAt" = NULL, body = 'So?' ${ofComment}`),
  ).rejects.toThrow("only taken back");
  const notice = { personId: other, byId: by, at: "2026-01-01", kind: "MENTION", commentId };
  await expect(insert("Notice", { ...notice, personId: by })).rejects.toThrow("of_another");
  await expect(insert("Notice", { ...notice, kind: "ASSIGNED" })).rejects.toThrow("names_one");
  await expect(insert("Notice", { ...notice, actId: randomUUID() })).rejects.toThrow("names_one");
  const noticeId = await insert("Notice", notice);
  await expect(insert("Notice", { ...notice, kind: "ANSWER" })).rejects.toThrow("comment_once");
  await ask(`UPDATE "Notice" SET "readAt" = now(), "mailedAt" = now() WHERE id = '${noticeId}'`);
  await expect(
    ask(`UPDATE "Notice" SET "byId" = '${await person()}' WHERE id = '${noticeId}'`),
  ).rejects.toThrow("only read");
  for (const table of ["Notice", "DeskComment", "DeskThread"]) {
    await expect(ask(`DELETE FROM "${table}"`)).rejects.toThrow("never changed");
    await expect(ask(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("never changed");
  }
});

test("what a language model was asked is bounded, changed until it has ended, and stays", async () => {
  const ask = (text: string) => sql.query(text);
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "The quay is wide.", unknowns: "{}" });
  const row = {
    at: "2026-01-01",
    askedById: await person(),
    use: "WORDINGS",
    claimId,
    model: "small-1",
    prompt: "wordings-1",
    outcome: "ASKED",
    tokens: 10,
    cost: 10,
    currency: "EUR",
  };
  for (const [columns, why] of [
    [{ model: "" }, "bounded"],
    [{ cost: -1 }, "bounded"],
    [{ tokensIn: -1 }, "bounded"],
    [{ currency: "euro" }, "bounded"],
    [{ claimId: null }, "about_one"],
    [{ use: "STATEMENTS" }, "about_one"],
    [{ outcome: "FAILED" }, "failed_for_a_reason"],
    [{ fault: "TIMED_OUT" }, "failed_for_a_reason"],
    [{ outcome: "REFUSED" }, "refused_costs_nothing"],
  ] as const)
    await expect(insert("ModelRequest", { ...row, ...columns })).rejects.toThrow(why);
  const requestId = await insert("ModelRequest", row);
  const proposal = { requestId, position: 0, text: { wording: "A quay." } };
  for (const [columns, why] of [
    [{ text: { wording: [...Array(3000).keys()].join(" ") } }, "bounded"],
    [{ fate: "TAKEN" }, "decided_whole"],
  ] as const)
    await expect(insert("Proposal", { ...proposal, ...columns })).rejects.toThrow(why);
  const id = await insert("Proposal", proposal);
  await expect(ask(`UPDATE "Proposal" SET "text" = '{}' WHERE id = '${id}'`)).rejects.toThrow("written once");
  const update = (what: string) => ask(`UPDATE "ModelRequest" SET ${what} WHERE id = '${requestId}'`);
  for (const what of [`"model" = 'large'`, `"at" = now()`, `"prompt" = 'x'`])
    await expect(update(what)).rejects.toThrow("written once");
  await update(`"outcome" = 'ANSWERED', "cost" = 3`);
  await expect(update(`"cost" = 0`)).rejects.toThrow("never changed");
  for (const table of ["Proposal", "ModelRequest"]) {
    await expect(ask(`DELETE FROM "${table}"`)).rejects.toThrow("never changed");
    await expect(ask(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("never changed");
  }
});

test("a webhook and what it is told are bounded, and what happened is written once", async () => {
  const by = await person();
  const ask = (text: string) => sql.query(text);
  const hook = {
    address: "https://gazette.example/",
    events: "{PUBLISHED}",
    secret: "sealed",
    createdById: by,
    createdAt: "2026-01-01",
  };
  for (const [columns, why] of [
    [{ address: "x".repeat(2001) }, "bounded"],
    [{ note: "x".repeat(201) }, "bounded"],
    [{ events: "{}" }, "bounded"],
    [{ events: "{TEST}" }, "chosen"],
    [{ oldSecret: "sealed" }, "old_secret_whole"],
    [{ stop: "GONE" }, "stopped_whole"],
    [{ failures: 1 }, "failing_whole"],
  ] as const)
    await expect(insert("Webhook", { ...hook, ...columns })).rejects.toThrow(why);
  const webhookId = await insert("Webhook", hook);
  const told = { webhookId, event: "PUBLISHED", at: "2026-01-01", data: {}, nextTryAt: "2026-01-01" };
  for (const [columns, why] of [
    [{ said: "x".repeat(501) }, "bounded"],
    [{ step: 100 }, "bounded"],
    [{ state: "FAILED" }, "waits_for_a_try"],
    [{ tries: 1 }, "tried_whole"],
  ] as const)
    await expect(insert("WebhookDelivery", { ...told, ...columns })).rejects.toThrow(why);
  const id = await insert("WebhookDelivery", told);
  const update = (what: string) => ask(`UPDATE "WebhookDelivery" SET ${what} WHERE id = '${id}'`);
  for (const what of [`"data" = '{"a":1}'`, `"at" = now()`, `"event" = 'TEST'`])
    await expect(update(what)).rejects.toThrow("written once");
  await update(`"state" = 'DELIVERED', "nextTryAt" = NULL, "tries" = 1, "triedAt" = now()`);
  const notice = { personId: await person(), at: "2026-01-01", kind: "WEBHOOK_OFF", webhookId };
  await expect(insert("Notice", { ...notice, byId: by })).rejects.toThrow("by_somebody");
  await expect(insert("Notice", { ...notice, webhookId: null, actId: randomUUID() })).rejects.toThrow(
    "names_one",
  );
  await expect(insert("Notice", { ...notice, kind: "ASSIGNED", actId: null, byId: by })).rejects.toThrow(
    "names_one",
  );
  for (const kind of ["EVIDENCE_LOST", "DISAGREEMENT", "FELL_DUE"])
    await expect(insert("Notice", { ...notice, kind })).rejects.toThrow("names_one");
  await insert("Notice", notice);
  await expect(ask(`INSERT INTO "WebhookDueMark" VALUES (2, now(), '${id}', 1)`)).rejects.toThrow("one");
});

test("whatever a row of the queue is worked out of marks its page, each transaction for itself", async () => {
  const { articleId, versionId, ...cut } = await page();
  const by = await person();
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "It is so.", unknowns: "{}" });
  const marked = async (work: () => Promise<unknown>) => {
    await sql.query(`DELETE FROM "QueueMark"`);
    await work();
    const { rows } = await sql.query<{ id: string }>(`SELECT DISTINCT "subjectId" AS id FROM "QueueMark"`);
    return rows.map(({ id }) => id);
  };
  const of = { articleId, versionId, ...cut };
  let reviewId = "";
  const works: Record<string, () => Promise<unknown>> = {
    "a review is opened": async () => {
      reviewId = await review(of, by);
    },
    "a statement is marked": () => insert("Statement", statement(of, reviewId, by)),
    "a statement is removed": () =>
      sql.query(`UPDATE "Statement" SET "removedAt" = now() WHERE "reviewId" = '${reviewId}'`),
    "a review is handed in": () =>
      sql.query(`UPDATE "Review" SET state = 'SUBMITTED' WHERE id = '${reviewId}'`),
    "a page is dismissed": () =>
      sql.query(
        `UPDATE "Article" SET "dismissedAt" = now(), "dismissedReason" = 'x' WHERE id = '${articleId}'`,
      ),
    "work is given": () =>
      sql.query(`INSERT INTO "Assignment" ("subjectId", kind) VALUES ('${articleId}', 'ARTICLE')`),
    "a fact is put right": () =>
      insert("FactCorrection", {
        articleId,
        fact: "TITLE",
        said: null,
        reads: "x",
        reason: "x",
        byId: by,
        at: "now",
      }),
  };
  for (const [name, work] of Object.entries(works))
    expect([name, await marked(work)]).toEqual([name, [articleId]]);
  const words = () => sql.query(`UPDATE "Claim" SET wording = 'It was so.' WHERE id = '${claimId}'`);
  expect(await marked(words)).toEqual([claimId]);
});

test("a publisher keeps its name, and stays", async () => {
  const id = await insert("Publisher", { name: randomUUID() });
  const change = (set: string) => sql.query(`UPDATE "Publisher" SET ${set} WHERE id = $1`, [id]);
  await expect(change(`"name" = 'other'`)).rejects.toThrow("keeps its name");
  await expect(sql.query(`DELETE FROM "Publisher" WHERE id = $1`, [id])).rejects.toThrow("never changed");
  await change(`"kind" = 'BLOG'`);
});

describe("speakers", () => {
  const speaker = (columns: Columns = {}) =>
    insert("Speaker", { name: randomUUID(), kind: "PERSON", ...columns });
  const set = (id: string, what: string, values: readonly unknown[] = []) =>
    sql.query(`UPDATE "Speaker" SET ${what} WHERE id = $1`, [id, ...values]);
  const MERGE = `"mergedIntoId" = $2, "mergedById" = $3, "mergedAt" = now()`;
  const PART = `"mergedIntoId" = NULL, "mergedById" = NULL, "mergedAt" = NULL`;
  const merge = async (id: string, into: string) => set(id, MERGE, [into, await person()]);
  const rootOf = async (id: string) =>
    (await sql.query(`SELECT "rootId" FROM "Speaker" WHERE id = $1`, [id])).rows[0].rootId;

  test("stay, and keep the name and the kind under which they were written", async () => {
    const id = await speaker();
    await expect(set(id, `"name" = 'other'`)).rejects.toThrow("keeps the name");
    await expect(set(id, `"kind" = 'MEDIA'`)).rejects.toThrow("keeps the name");
    await expect(sql.query(`DELETE FROM "Speaker" WHERE id = $1`, [id])).rejects.toThrow("never changed");
    await expect(sql.query(`TRUNCATE "Speaker" CASCADE`)).rejects.toThrow();
    await expect(set(id, `"shownName" = 'other'`)).rejects.toThrow("named_by_somebody");
    await expect(set(id, `"role" = ''`)).rejects.toThrow("bounded");
  });

  test("no two who stand for themselves are called the same with one role", async () => {
    const name = randomUUID();
    await speaker({ name });
    await expect(speaker({ name })).rejects.toThrow("one_of_a_name");
    await speaker({ name, role: "mayor" });
    await speaker({ name, kind: "PSEUDONYM" });
    const other = await speaker();
    await expect(
      set(other, `"shownName" = $2, "namedById" = $3, "namedAt" = now()`, [name, await person()]),
    ).rejects.toThrow("one_of_a_name");
  });

  test("are merged by somebody, into another who stands for themselves, and never in a circle", async () => {
    const [a, b, c] = [await speaker(), await speaker(), await speaker()];
    await expect(merge(a, a)).rejects.toThrow("not_into_itself");
    await expect(set(a, `"mergedIntoId" = $2`, [b])).rejects.toThrow("merged_by_somebody");
    await expect(
      speaker({ mergedIntoId: a, mergedById: await person(), mergedAt: new Date() }),
    ).rejects.toThrow("stands for itself");
    await merge(a, b);
    await expect(merge(b, a)).rejects.toThrow("only speakers that stand for themselves");
    await expect(merge(a, c)).rejects.toThrow("only speakers that stand for themselves");
    await expect(merge(c, a)).rejects.toThrow("only speakers that stand for themselves");
    const unnamed = await speaker({ kind: "UNNAMED" });
    await expect(merge(unnamed, b)).rejects.toThrow("are not one");
  });

  test("take along all that was merged into them, and the root is the database's own", async () => {
    const [a, b, c, d] = [await speaker(), await speaker(), await speaker(), await speaker()];
    await merge(a, b);
    await merge(b, c);
    await merge(c, d);
    expect(await Promise.all([a, b, c, d].map(rootOf))).toEqual([d, d, d, d]);
    await set(b, PART);
    expect(await Promise.all([a, b, c, d].map(rootOf))).toEqual([b, b, d, d]);
    await set(a, `"rootId" = $2`, [d]);
    expect(await rootOf(a)).toBe(b);
  });

  test("merged crosswise at once by plain SQL, one is refused", async () => {
    const other = new Client({ connectionString: db.url });
    await other.connect();
    try {
      const [a, b] = [await speaker(), await speaker()];
      const by = await person();
      const crosswise = `UPDATE "Speaker" SET ${MERGE} WHERE id = $1`;
      await sql.query("BEGIN");
      await other.query("BEGIN");
      await sql.query(crosswise, [a, b, by]);
      const second = other.query(crosswise, [b, a, by]).then(
        () => null,
        (error: Error) => error.message,
      );
      await sql.query("COMMIT");
      expect(await second).toMatch("only speakers that stand for themselves");
      await other.query("ROLLBACK");
      expect(await rootOf(a)).toBe(b);
    } finally {
      await other.end();
    }
  });
});

describe("claims", () => {
  const claim = (columns: Columns = {}) =>
    insert("Claim", { slug: randomUUID(), wording: "The quay is wide.", unknowns: "{}", ...columns });
  const set = (id: string, what: string, values: readonly unknown[] = []) =>
    sql.query(`UPDATE "Claim" SET ${what} WHERE id = $1`, [id, ...values]);
  const MERGE = `"mergedIntoId" = $2, "mergedById" = $3, "mergedAt" = now()`;
  const merge = async (id: string, into: string) => set(id, MERGE, [into, await person()]);
  const rootOf = async (id: string) =>
    (await sql.query(`SELECT "rootId" FROM "Claim" WHERE id = $1`, [id])).rows[0].rootId;

  test("are merged by somebody, into another that stands for itself, and never in a circle", async () => {
    const [a, b, c] = [await claim(), await claim(), await claim()];
    await expect(merge(a, a)).rejects.toThrow("not_into_itself");
    await expect(set(a, `"mergedIntoId" = $2`, [b])).rejects.toThrow("merged_by_somebody");
    await expect(
      claim({ mergedIntoId: a, mergedById: await person(), mergedAt: new Date() }),
    ).rejects.toThrow("stands for itself");
    await merge(a, b);
    for (const [from, into] of [
      [b, a],
      [a, c],
      [c, a],
    ] as const) {
      await expect(merge(from, into)).rejects.toThrow("only claims that stand for themselves");
    }
    await merge(b, c);
    expect(await Promise.all([a, b, c].map(rootOf))).toEqual([c, c, c]);
    await set(b, `"mergedIntoId" = NULL, "mergedById" = NULL, "mergedAt" = NULL, "rootId" = $2`, [c]);
    expect(await Promise.all([a, b, c].map(rootOf))).toEqual([b, b, c]);
  });
});

test("a window in time begins before it ends, and has both days or none", async () => {
  const one = await page();
  const by = await person();
  const statementId = await insert("Statement", statement(one, await review(one, by), by));
  const keep = (from: string | null, to: string | null) =>
    sql.query(
      `INSERT INTO "Prediction" ("statementId", text, "dueFrom", "dueTo", precision) VALUES ($1, 'soon', $2, $3, 'DAY')`,
      [statementId, from, to],
    );
  await expect(keep("2024-09-19", "2024-09-18")).rejects.toThrow("window_order");
  await expect(keep("2024-09-19", null)).rejects.toThrow("window_whole");
  await keep("2024-09-18", "2024-09-18");
});

test("an outcome stands on a promise and on evidence, and never changes", async () => {
  const one = await page();
  const by = await person();
  const reviewId = await review(one, by);
  const statementId = await insert("Statement", statement(one, reviewId, by));
  const keep = (result: string, more: Record<string, unknown> = {}) => {
    const row = { statementId, result, knownAt: "2024-09-19", writtenById: by, ...more };
    const names = Object.keys(row);
    return sql.query(
      `INSERT INTO "Outcome" (${names.map((name) => `"${name}"`).join(", ")})
       VALUES (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(row),
    );
  };
  const evidence = { quote: "It came.", saidAt: "2024-09-19", publisher: "The Post" };
  await expect(keep("HAPPENED", evidence)).rejects.toThrow("stands on a promise");
  await sql.query(`INSERT INTO "Prediction" ("statementId", text, precision) VALUES ($1, 'soon', 'OPEN')`, [
    statementId,
  ]);
  for (const missing of Object.keys(evidence))
    await expect(keep("PARTLY", { ...evidence, [missing]: null })).rejects.toThrow("rests_on_something");
  await expect(keep("UNRESOLVABLE", evidence)).rejects.toThrow("rests_on_something");
  await keep("HAPPENED", evidence);
  const change = `UPDATE "Outcome" SET result = 'PARTLY' WHERE "statementId" = $1`;
  await expect(sql.query(change, [statementId])).rejects.toThrow("never changed");
  await sql.query(`UPDATE "Review" SET state = 'SUBMITTED' WHERE id = $1`, [reviewId]);
  const away = `DELETE FROM "Outcome" WHERE "statementId" = $1`;
  await expect(sql.query(away, [statementId])).rejects.toThrow("while its review is written");
  await sql.query(`UPDATE "Review" SET state = 'RETURNED' WHERE id = $1`, [reviewId]);
  await sql.query(away, [statementId]);
});

test("a template is chosen whole or not at all, for a promise, while its review is written, and never changes", async () => {
  const one = await page();
  const by = await person();
  const reviewId = await review(one, by);
  const statementId = await insert("Statement", statement(one, reviewId, by));
  const keep = (key: string | null, words: string | null) =>
    sql.query(
      `INSERT INTO "TemplateChoice" ("statementId", key, words, "chosenById", "chosenAt") VALUES ($1, $2, $3, $4, now())`,
      [statementId, key, words, by],
    );
  await expect(keep(null, null)).rejects.toThrow("for a promise");
  await sql.query(`INSERT INTO "Prediction" ("statementId", text, precision) VALUES ($1, 'soon', 'OPEN')`, [
    statementId,
  ]);
  await expect(keep("rv~date", null)).rejects.toThrow("whole");
  await expect(keep(null, "The RV is {DATE}.")).rejects.toThrow("whole");
  await expect(keep("x".repeat(301), "The RV is {DATE}.")).rejects.toThrow("bounded");
  await keep("rv~date", "The RV is {DATE}.");
  const change = `UPDATE "TemplateChoice" SET key = 'x~date' WHERE "statementId" = $1`;
  await expect(sql.query(change, [statementId])).rejects.toThrow("never changed");
  await sql.query(`UPDATE "Review" SET state = 'SUBMITTED' WHERE id = $1`, [reviewId]);
  const away = `DELETE FROM "TemplateChoice" WHERE "statementId" = $1`;
  await expect(sql.query(away, [statementId])).rejects.toThrow("while its review is written");
  await sql.query(`UPDATE "Review" SET state = 'RETURNED' WHERE id = $1`, [reviewId]);
  await sql.query(away, [statementId]);
});

describe("topics", () => {
  const topic = async (columns: Columns = {}) =>
    insert("Topic", {
      slug: randomUUID(),
      name: randomUUID(),
      createdById: await person(),
      createdAt: new Date(),
      ...columns,
    });
  const merge = async (id: string, into: string) =>
    sql.query(`UPDATE "Topic" SET "mergedIntoId" = $2, "mergedById" = $3, "mergedAt" = now() WHERE id = $1`, [
      id,
      into,
      await person(),
    ]);

  test("stay, keep their addresses, and have a name on one line that no other folds to", async () => {
    const name = `Ökonomie ${randomUUID()}`;
    const id = await topic({ name });
    await expect(sql.query(`DELETE FROM "Topic" WHERE id = $1`, [id])).rejects.toThrow("never changed");
    await expect(sql.query(`TRUNCATE "Topic" CASCADE`)).rejects.toThrow();
    await expect(sql.query(`UPDATE "Topic" SET slug = 'other' WHERE id = $1`, [id])).rejects.toThrow(
      "keeps its address",
    );
    await expect(topic({ name: name.toUpperCase().replace("Ö", "O") })).rejects.toThrow("one_of_a_name");
    await expect(topic({ name: "x".repeat(61) })).rejects.toThrow("bounded");
    await expect(topic({ name: "!!!" })).rejects.toThrow("has_letters");
    await expect(topic({ name: "turned \u202e round" })).rejects.toThrow("on_one_line");
  });

  test("are merged by somebody, into another that stands for itself, and take along what was merged into them", async () => {
    const [a, b, c] = [await topic(), await topic(), await topic()];
    await expect(merge(a, a)).rejects.toThrow("not_into_itself");
    await merge(a, b);
    await expect(merge(b, a)).rejects.toThrow("only topics that stand for themselves");
    await expect(merge(a, c)).rejects.toThrow("only topics that stand for themselves");
    await merge(b, c);
    const { rows } = await sql.query(`SELECT "rootId" FROM "Topic" WHERE id = $1`, [a]);
    expect(rows[0].rootId).toBe(c);
  });

  test("tag a review while it is written, ten at most, and no tag changes", async () => {
    const by = await person();
    const reviewId = await review(await page(), by);
    const tag = async (topicId: string) =>
      sql.query(
        `INSERT INTO "ReviewTopic" ("reviewId", "topicId", "addedById", "addedAt") VALUES ($1, $2, $3, now())`,
        [reviewId, topicId, by],
      );
    for (let n = 0; n < 10; n += 1) await tag(await topic());
    await expect(tag(await topic())).rejects.toThrow("ten tags at most");
    const change = `UPDATE "ReviewTopic" SET "addedAt" = now() WHERE "reviewId" = $1`;
    await expect(sql.query(change, [reviewId])).rejects.toThrow("never changed");
    await sql.query(`UPDATE "Review" SET state = 'SUBMITTED' WHERE id = $1`, [reviewId]);
    const away = `DELETE FROM "ReviewTopic" WHERE "reviewId" = $1`;
    await expect(sql.query(away, [reviewId])).rejects.toThrow("while its review is written");
    await sql.query(`UPDATE "Review" SET state = 'RETURNED' WHERE id = $1`, [reviewId]);
    await sql.query(away, [reviewId]);
  });
});

test("a copy is kept of evidence with an address, whole or with a reason, and never changes once it ended", async () => {
  const by = await person();
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "So it was." });
  const evidence = { claimId, stance: "SUPPORTS", title: "Minutes", addedById: by };
  const evidenceId = await insert("Evidence", { ...evidence, url: "https://gazette.example/minutes" });
  const asked = (id: string) => ({ evidenceId: id, requestedById: by, requestedAt: "2024-09-19T08:00:00Z" });
  await expect(insert("EvidenceCopy", asked(await insert("Evidence", evidence)))).rejects.toThrow(
    "has an address",
  );
  const id = await insert("EvidenceCopy", asked(evidenceId));
  await expect(insert("EvidenceCopy", asked(evidenceId))).rejects.toThrow("one_waits");
  const change = (what: string) => sql.query(`UPDATE "EvidenceCopy" SET ${what} WHERE id = $1`, [id]);
  await expect(change(`"endedAt" = now()`)).rejects.toThrow("EvidenceCopy_whole");
  await expect(change(`"quote" = 'FOUND'`)).rejects.toThrow("EvidenceCopy_whole");
  await expect(change(`"requestedAt" = now()`)).rejects.toThrow("stays with its evidence");
  const bytes = Buffer.from(`minutes ${id}`);
  const hash = sha256(bytes);
  await insert("Snapshot", { sha256: hash, bytes });
  const kept = `"snapshotSha256" = '${hash}', "finalUrl" = 'https://gazette.example/', status = 200, "mediaType" = '', quote = 'FOUND'`;
  await expect(change(kept)).rejects.toThrow("EvidenceCopy_whole");
  await expect(change(`${kept}, "endedAt" = now(), message = 'gone'`)).rejects.toThrow("EvidenceCopy_whole");
  const whole = `${kept}, "endedAt" = now()`;
  await expect(change(`${whole}, "firstPage" = 3`)).rejects.toThrow("EvidenceCopy_pages");
  await expect(change(`${whole}, "firstPage" = 3, "lastPage" = 2`)).rejects.toThrow("EvidenceCopy_pages");
  await expect(change(`${whole}, unread = 'NO_TEXT'`)).rejects.toThrow("EvidenceCopy_unread");
  await change(`${whole}, "firstPage" = 3, "lastPage" = 3`);
  await expect(change(`quote = 'MISSING'`)).rejects.toThrow("that ended is never changed");
  await insert("EvidenceCopy", asked(evidenceId));
  await expect(sql.query(`DELETE FROM "EvidenceCopy" WHERE id = $1`, [id])).rejects.toThrow("never changed");
  await expect(sql.query(`TRUNCATE "EvidenceCopy"`)).rejects.toThrow("never changed");
  const nobodys = { evidenceId, requestedById: null, requestedAt: "2024-09-19T08:00:00Z" };
  await expect(insert("EvidenceCopy", nobodys)).rejects.toThrow("EvidenceCopy_asked");
});

test("looks that ended badly are counted, with what was wrong and since when; what is well is not", async () => {
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "So it was." });
  const evidence = { claimId, stance: "SUPPORTS", title: "Minutes", addedById: await person() };
  const evidenceId = await insert("Evidence", { ...evidence, url: "https://gazette.example/minutes" });
  await sql.query(`INSERT INTO "EvidenceWatch" ("evidenceId", "days") VALUES ($1, 7)`, [evidenceId]);
  const change = (what: string) =>
    sql.query(`UPDATE "EvidenceWatch" SET ${what} WHERE "evidenceId" = $1`, [evidenceId]);
  const bad = `trouble = 'GONE', looks = 3, since = now(), "lookedAt" = now(), message = 'No page.'`;
  for (const part of ["looks = 1", "message = 'No page.'", `"saidAt" = now()`, "trouble = 'GONE'"]) {
    await expect(change(part)).rejects.toThrow("EvidenceWatch_whole");
  }
  await expect(change(`${bad}, "saidAt" = now() - interval '1 day'`)).rejects.toThrow("EvidenceWatch_whole");
  await expect(change("days = 29")).rejects.toThrow("EvidenceWatch_bounded");
  await change(`${bad}, "saidAt" = now()`);
  await expect(change("trouble = NULL")).rejects.toThrow("EvidenceWatch_whole");
});

test("a look through text that was put right ends whole or with a reason, and is kept", async () => {
  const { versionId } = await page();
  const by = await person();
  const asked = { versionId, requestedById: by, requestedAt: "2024-09-19T08:00:00Z" };
  await expect(insert("PartReading", asked)).rejects.toThrow("whose parts were put right");
  const correction = { versionId, number: 1, act: "TYPE", start: 0, type: "BODY", reason: "So it is." };
  await insert("PartCorrection", { ...correction, byId: by, at: "2024-09-19T08:00:00Z" });
  const id = await insert("PartReading", asked);
  await expect(insert("PartReading", asked)).rejects.toThrow("one_waits");
  const change = (what: string) => sql.query(`UPDATE "PartReading" SET ${what} WHERE id = $1`, [id]);
  const whole = `"spans" = '[[0, 4]]', "engineName" = 'rules', "engineVersion" = '1'`;
  for (const half of [
    `"endedAt" = now()`,
    `"found" = 1`,
    whole,
    `${whole}, "found" = 1`,
    `${whole}, "found" = 1, "endedAt" = now(), "message" = 'gone'`,
    `${whole}, "found" = -1, "endedAt" = now()`,
    `"spans" = '{}', "engineName" = 'rules', "engineVersion" = '1', "found" = 1, "endedAt" = now()`,
  ])
    await expect(change(half)).rejects.toThrow("PartReading_whole");
  await expect(change(`"requestedAt" = now()`)).rejects.toThrow("stays with its version");
  await change(`${whole}, "found" = 1, "endedAt" = now()`);
  await expect(change(`"found" = 2`)).rejects.toThrow("that ended is never changed");
  await insert("PartReading", asked);
  await expect(sql.query(`DELETE FROM "PartReading" WHERE id = $1`, [id])).rejects.toThrow("never changed");
  await expect(sql.query(`TRUNCATE "PartReading"`)).rejects.toThrow("never changed");
});

test("a version and a claim have one open review each, about what its kind says", async () => {
  const one = await page();
  const by = await person();
  const reviewId = await review(one, by);
  await expect(review(one, by)).rejects.toThrow("one_open_per_version");
  await sql.query(`UPDATE "Review" SET state = 'PUBLISHED' WHERE id = $1`, [reviewId]);
  await review(one, by);
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "So it is." });
  await insert("Review", { kind: "CLAIM", claimId, authorId: by });
  await expect(insert("Review", { kind: "CLAIM", claimId, authorId: by })).rejects.toThrow(
    "one_open_per_claim",
  );
  await expect(insert("Review", { kind: "ARTICLE", claimId, authorId: by })).rejects.toThrow(
    "Review_subject",
  );
});

test("a suggestion has one standing decision in a review, which can only be taken back", async () => {
  const one = await page();
  const by = await person();
  const decision = {
    reviewId: await review(one, by),
    suggestionId: await insert("Suggestion", suggestion(one)),
    decidedById: by,
  };
  const id = await insert("SuggestionDecision", { ...decision, kind: "REJECTED" });
  await expect(insert("SuggestionDecision", { ...decision, kind: "ACCEPTED" })).rejects.toThrow(
    "one_standing",
  );
  await expect(
    sql.query(`UPDATE "SuggestionDecision" SET kind = 'ACCEPTED' WHERE id = $1`, [id]),
  ).rejects.toThrow("taken back");
  await sql.query(`UPDATE "SuggestionDecision" SET "undoneAt" = now() WHERE id = $1`, [id]);
  await expect(
    sql.query(`UPDATE "SuggestionDecision" SET "undoneAt" = NULL WHERE id = $1`, [id]),
  ).rejects.toThrow("taken back");
  await insert("SuggestionDecision", { ...decision, kind: "ACCEPTED" });
  const elsewhere = await review(await page(), by);
  await expect(
    insert("SuggestionDecision", { ...decision, reviewId: elsewhere, kind: "ACCEPTED" }),
  ).rejects.toThrow("different versions");
});

test("e-mail addresses are kept in small letters, so that one person has one account", async () => {
  const columns = { name: "Mara", role: "EDITOR", passwordHash: "-" };
  await expect(insert("User", { ...columns, email: "Mara@example.org" })).rejects.toThrow("email_lower");
});

async function publication(more: Columns = {}) {
  const one = await page();
  const writer = await person();
  const publisher = await person();
  const reviewId = await review(one, writer);
  const columns = {
    reviewId,
    kind: "ARTICLE",
    articleId: one.articleId,
    versionId: one.versionId,
    content: {},
    sha256: sha256("{}"),
    publishedById: publisher,
    ...more,
  };
  return { columns, writer };
}

test("nobody publishes what they wrote", async () => {
  const { columns, writer } = await publication();
  await expect(insert("Publication", { ...columns, publishedById: writer })).rejects.toThrow(
    "nobody publishes what they wrote",
  );
  await insert("Publication", columns);
});

test("a publication is withdrawn once, with its reason, and never changed otherwise", async () => {
  const id = await insert("Publication", (await publication()).columns);
  const change = (set: string) => sql.query(`UPDATE "Publication" SET ${set} WHERE id = $1`, [id]);
  await expect(change(`content = '{"a": 1}'`)).rejects.toThrow("only be withdrawn");
  await expect(change(`"withdrawnAt" = now()`)).rejects.toThrow("withdrawal_whole");
  await expect(
    change(`"withdrawnAt" = now(), "withdrawnReason" = 'x', "publishedAt" = now()`),
  ).rejects.toThrow("only be withdrawn");
  await change(`"withdrawnAt" = now(), "withdrawnReason" = 'It was wrong.'`);
  await expect(change(`"withdrawnAt" = NULL, "withdrawnReason" = NULL`)).rejects.toThrow("only be withdrawn");
});

test("a publication is about what its review is about", async () => {
  const { columns } = await publication();
  const other = await page();
  await expect(insert("Publication", { ...columns, versionId: other.versionId })).rejects.toThrow(
    "different things",
  );
  await expect(insert("Publication", { ...columns, articleId: null })).rejects.toThrow("Publication_subject");
});

test("what is written once is never changed, deleted or emptied", async () => {
  const one = await page();
  const by = await person();
  await review(one, by);
  await insert("Suggestion", suggestion(one));
  const attributionId = await insert("Attribution", {
    versionId: one.versionId,
    type: "ASSERTION",
    quoteMode: "INDIRECT",
    confidence: 1,
  });
  await insert("AttributionSpan", { attributionId, part: "CUE", start: 5, end: 9 });
  const immutable = [
    ["Snapshot", `"mediaType" = 'x'`],
    ["ArticleVersion", `"title" = 'x'`],
    ["Post", `"headline" = 'x'`],
    ["Segment", `"type" = 'BODY'`],
    ["Suggestion", `"confidence" = 1`],
    ["Attribution", `"confidence" = 1`],
    ["AttributionSpan", `"start" = 0`],
    ["ReviewWriter", `"since" = now()`],
  ];
  for (const [table, set] of immutable) {
    await expect(sql.query(`UPDATE "${table}" SET ${set}`), `${table} UPDATE`).rejects.toThrow(
      "never changed",
    );
    await expect(sql.query(`DELETE FROM "${table}"`), `${table} DELETE`).rejects.toThrow("never changed");
    await expect(sql.query(`TRUNCATE "${table}" CASCADE`), `${table} TRUNCATE`).rejects.toThrow(
      "never changed",
    );
  }
  for (const table of ["Article", "Review"]) {
    await expect(sql.query(`DELETE FROM "${table}"`), table).rejects.toThrow("never changed");
  }
});

test("a feed and what it named are kept; one that fails says why, and one at rest is not asked", async () => {
  const address = `https://news.example/${randomUUID()}`;
  const feed = { address, givenAddress: address, interval: 1000, addedById: await person() };
  const feedId = await insert("Feed", feed);
  const item = {
    feedId,
    guid: "1",
    hash: sha256("x"),
    state: "WAITING",
    address,
    firstSeenAt: "2026-11-25T10:00:00Z",
  };
  await insert("FeedItem", item);
  const change = (set: string) => sql.query(`UPDATE "Feed" SET ${set} WHERE id = $1`, [feedId]);
  await expect(insert("Feed", feed)).rejects.toThrow("Feed_address_key");
  await expect(insert("FeedItem", item)).rejects.toThrow("feedId_guid");
  await expect(insert("FeedItem", { ...item, guid: "2", address: null })).rejects.toThrow(
    "waiting_has_address",
  );
  await expect(insert("FeedItem", { ...item, guid: "2", hash: "x" })).rejects.toThrow("hash_form");
  await insert("FeedItem", { ...item, guid: "2", address: null, state: "NO_ADDRESS" });
  for (const set of ["interval = 0", "asked = 0", "failures = -1"]) {
    await expect(change(set), set).rejects.toThrow("spans_range");
  }
  await expect(change(`"lastError" = 'x'`)).rejects.toThrow("failure_has_reason");
  await expect(change(`state = 'BROKEN'`)).rejects.toThrow("broken_has_reason");
  await change(`state = 'BROKEN', "lastError" = 'x', "failingSince" = now(), "nextPollAt" = now()`);
  for (const set of [`"pausedAt" = now()`, `"unfollowedAt" = now()`, `state = 'CHOICE'`]) {
    await expect(change(set), set).rejects.toThrow("at_rest");
    await expect(change(`${set}, "nextPollAt" = NULL, "lastError" = NULL`), set).rejects.toThrow(
      "has_reason",
    );
  }
  for (const table of ["Feed", "FeedItem"]) {
    await expect(sql.query(`DELETE FROM "${table}"`), table).rejects.toThrow("never changed");
    await expect(sql.query(`TRUNCATE "${table}" CASCADE`), table).rejects.toThrow("never changed");
  }
});

test("an import has its bytes or its address, and one that was fetched says what and from where", async () => {
  const bytes = Buffer.from(randomUUID());
  const snapshotSha256 = sha256(bytes);
  await insert("Snapshot", { sha256: snapshotSha256, bytes });
  const url = "https://news.example/";
  const fetchedAt = "2026-11-25T10:00:00Z";
  await insert("Import", { way: "GIVEN", snapshotSha256 });
  await insert("Import", { way: "ADDRESS", url });
  await insert("Import", { way: "ADDRESS", url, snapshotSha256, finalUrl: url, fetchedAt });
  await expect(insert("Import", { way: "GIVEN" })).rejects.toThrow("Import_given_has_bytes");
  await expect(insert("Import", { way: "ADDRESS" })).rejects.toThrow("Import_address_is_known");
  for (const missing of [{ snapshotSha256 }, { finalUrl: url }, {}]) {
    const half = { way: "ADDRESS", url, fetchedAt, ...missing };
    await expect(insert("Import", half)).rejects.toThrow("Import_fetched_whole");
  }
  await expect(insert("Import", { way: "ADDRESS", url, attempts: -1 })).rejects.toThrow(
    "Import_attempts_range",
  );
});

test("an import that is done has its version, one that was cancelled has none, and only a refusal is anybody's fault", async () => {
  const waiting = { way: "ADDRESS", url: "https://news.example/" };
  await insert("Import", { ...waiting, state: "REFUSED", fault: "OURS" });
  await insert("Import", { ...waiting, state: "CANCELLED" });
  for (const state of ["QUEUED", "RUNNING", "CANCELLED"]) {
    await expect(insert("Import", { ...waiting, state, fault: "SITE" })).rejects.toThrow(
      "Import_fault_of_refused",
    );
  }
  await expect(insert("Import", { ...waiting, state: "DONE" })).rejects.toThrow("Import_done_has_version");
  await expect(
    insert("Import", { ...waiting, state: "CANCELLED", versionId: (await page()).versionId }),
  ).rejects.toThrow("Import_cancelled_has_none");
});

test("an address is one article, or each of its posts is one, and a post has a heading", async () => {
  const article = (identity: string, url: string, heading: string | null) =>
    insert("Article", { slug: randomUUID(), identity, url, heading });
  const [parted, whole] = ["https://news.example/blog", "https://news.example/article"];
  await article(`${parted}#a`, parted, "A post");
  await article(`${parted}#b`, parted, "Another");
  await article(whole, `${whole}#top`, null);
  const refused = "an address is one article, or each of its posts is one";
  await expect(article(parted, parted, null)).rejects.toThrow(refused);
  await expect(article(`${whole}#a`, whole, "A post")).rejects.toThrow(refused);
  await expect(article(`${parted}#c`, parted, "")).rejects.toThrow("Article_heading_said");
});

test("an audit event follows the last one, and is never changed; its payload may be erased, not rewritten", async () => {
  const event = (sequence: number, previous: string, hash: string) =>
    insert("AuditEvent", {
      sequence,
      previous,
      hash,
      at: "2024-09-18T00:00:00Z",
      actorId: "SYSTEM",
      action: "x",
      subjectId: "y",
      payloadHash: sha256("p"),
    });
  await expect(event(2, "0".repeat(64), sha256("1"))).rejects.toThrow("does not follow");
  await expect(event(1, sha256("?"), sha256("1"))).rejects.toThrow("does not follow");
  await event(1, "0".repeat(64), sha256("1"));
  await expect(event(2, sha256("other"), sha256("2"))).rejects.toThrow("does not follow");
  await event(2, sha256("1"), sha256("2"));
  await expect(event(4, sha256("2"), sha256("4"))).rejects.toThrow("does not follow");
  for (const change of [
    `UPDATE "AuditEvent" SET action = 'z'`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent" CASCADE`,
  ]) {
    await expect(sql.query(change), change).rejects.toThrow("never changed");
  }
  await sql.query(`INSERT INTO "AuditPayload" VALUES (1, 'salt', '{}')`);
  await expect(sql.query(`UPDATE "AuditPayload" SET payload = '{"a": 1}'`)).rejects.toThrow("never changed");
  await sql.query(`DELETE FROM "AuditPayload" WHERE sequence = 1`);
});

test("what was sent is named by a hash, and its answer is bounded", async () => {
  const sending = { id: sha256("a key"), at: new Date().toISOString() };
  await insert("Sending", sending);
  await expect(insert("Sending", { ...sending, id: "a key" })).rejects.toThrow(/Sending_id_hex/);
  const long = { ...sending, id: sha256("another"), sealed: "x".repeat(100_001) };
  await expect(insert("Sending", long)).rejects.toThrow(/Sending_sealed_bounded/);
});

test("a match is decided once at a time, in a review of its own page, and only taken back", async () => {
  const one = await page();
  const by = await person();
  const claimId = await insert("Claim", { slug: randomUUID(), wording: "It is so.", unknowns: "{}" });
  const decision = {
    reviewId: await review(one, by),
    suggestionId: await insert("Suggestion", suggestion(one)),
    claimId,
    isMachines: true,
    decidedById: by,
  };
  const id = await insert("MatchDecision", { ...decision, kind: "JOINED" });
  await expect(insert("MatchDecision", { ...decision, kind: "REFUSED" })).rejects.toThrow("one_standing");
  await expect(sql.query(`UPDATE "MatchDecision" SET kind = 'REFUSED' WHERE id = $1`, [id])).rejects.toThrow(
    "taken back",
  );
  await expect(sql.query(`DELETE FROM "MatchDecision" WHERE id = $1`, [id])).rejects.toThrow("never changed");
  await sql.query(`UPDATE "MatchDecision" SET "undoneAt" = now() WHERE id = $1`, [id]);
  const elsewhere = await review(await page(), by);
  await expect(insert("MatchDecision", { ...decision, reviewId: elsewhere, kind: "JOINED" })).rejects.toThrow(
    "different versions",
  );
});

test("a doubt is about the same claims for good, is closed by somebody, and goes with what was compared", async () => {
  const claim = async (wording: string) => insert("Claim", { slug: randomUUID(), wording, unknowns: "{}" });
  const [claimId = "", otherClaimId = ""] = [
    await claim("The quay is wet."),
    await claim("The quay is damp."),
  ].sort();
  const wordingOf = async (id: string) =>
    (await sql.query(`SELECT "id" FROM "ClaimWording" WHERE "claimId" = $1`, [id])).rows[0].id;
  const doubt = {
    kind: "MISSED",
    name: randomUUID().replaceAll("-", ""),
    claimId,
    otherClaimId,
    wordingId: await wordingOf(claimId),
    otherWordingId: await wordingOf(otherClaimId),
    text: "The quay is wet.",
    otherText: "The quay is damp.",
    relation: "SAME",
    score: 0.9,
    reasons: "[]",
    model: "1",
    foundAt: "2026-01-01",
  };
  for (const [columns, why] of [
    [{ score: 1.1 }, "likely"],
    [{ relation: "ALIKE" }, "relation"],
    [{ text: "x".repeat(2001) }, "bounded"],
    [{ claimId: otherClaimId, otherClaimId: claimId }, "in_order"],
    [{ state: "DISMISSED" }, "a new doubt is open"],
  ] as const)
    await expect(insert("Doubt", { ...doubt, ...columns })).rejects.toThrow(why);
  const id = await insert("Doubt", doubt);
  const name = randomUUID().replaceAll("-", "");
  await expect(insert("Doubt", { ...doubt, name })).rejects.toThrow("missed_once");
  const change = (set: string) => sql.query(`UPDATE "Doubt" SET ${set} WHERE "id" = '${id}'`);
  await expect(change(`"kind" = 'WRONGLY_JOINED'`)).rejects.toThrow("same claims");
  await expect(change(`"state" = 'DISMISSED', "closedAt" = now()`)).rejects.toThrow("closed_once");
  await expect(sql.query(`DELETE FROM "Doubt"`)).rejects.toThrow("never changed");
  await expect(sql.query(`TRUNCATE "Doubt"`)).rejects.toThrow("never changed");
  const state = async () =>
    (await sql.query(`SELECT "state" FROM "Doubt" WHERE "id" = $1`, [id])).rows[0].state;
  expect(await state()).toBe("OPEN");
  await sql.query(`UPDATE "Claim" SET "wording" = 'The quay is dry.' WHERE "id" = $1`, [claimId]);
  expect(await state()).toBe("GONE");
  await change(`"state" = 'OPEN', "closedAt" = NULL`);
  await change(`"wordingId" = NULL`);
  expect(await state()).toBe("GONE");
});

test("a claim has its wording by itself, and keeps it", async () => {
  const id = await insert("Claim", { slug: randomUUID(), wording: "The quay is wide.", unknowns: "{}" });
  const wordings = () => sql.query(`SELECT "text" FROM "ClaimWording" WHERE "claimId" = $1`, [id]);
  expect((await wordings()).rows).toEqual([{ text: "The quay is wide." }]);
  await expect(sql.query(`DELETE FROM "ClaimWording" WHERE "claimId" = $1`, [id])).rejects.toThrow(
    "only once nothing joins it",
  );
  await expect(
    sql.query(`UPDATE "ClaimWording" SET "keys" = ARRAY[1, NULL] WHERE "claimId" = $1`, [id]),
  ).rejects.toThrow("600 keys");
  await sql.query(`UPDATE "Claim" SET "wording" = 'The quay is narrow.' WHERE "id" = $1`, [id]);
  expect((await wordings()).rows).toEqual([{ text: "The quay is narrow." }]);
});
