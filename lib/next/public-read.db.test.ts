import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAYLOADS } from "#e2e/attacks/payloads";
import { examples } from "#lib/api/examples";
import { EXPORTS } from "#lib/api/exports";
import { DESCRIBED, OPERATIONS } from "#lib/api/operations";
import { database, disconnect } from "#lib/db/core/client";
import { trackAt } from "#lib/db/readers/track";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import * as rows from "#lib/db/testing/publication-rows";
import { READER_LABELS } from "#lib/domain/labels";
import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { labelCounts, PromiseList, sumOf } from "#lib/domain/track-records";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { answerPublicRead } from "./public-read";

/** What a stranger's program gets of a newsroom with drafts, corrections, withdrawals, and rows that were changed behind its back. */

const ORIGIN = "http://127.0.0.1:3000";
const SECRET = "Nobody published these words";
const FORGED = "A title that nobody published";
const at = (day: string) => new Date(`${day}T10:00:00.000Z`);

let close: () => Promise<void>;
let who: { writer: string; publisher: string };
beforeAll(async () => {
  ({ close } = await freshDatabase());
  who = { writer: await rows.person("Ruth Okafor"), publisher: await rows.person("Jonas Weber") };
  await database().speaker.create({
    data: { id: SPEAKER, rootId: SPEAKER, name: "Iraq and the United States", kind: "ORGANIZATION" },
  });
  await drafts();
  await published();
  await manyClaims();
  await payloads();
  await forged();
}, 120_000);
afterAll(async () => {
  await disconnect();
  await close();
});

const TEMPLATE = { key: "bank-memo~amount-date", words: "Banks got {AMOUNT} memos {DATE}." };

/** The founding page at an address of its own, its rumour making this claim. */
function page(slug: string, claim: { slug: string; wording: string }, title = "A page"): ArticlePublication {
  const founding = foundingPublication();
  return {
    ...founding,
    article: { ...founding.article, slug, title, author: "TankMan" },
    statements: founding.statements.map((one) =>
      one.claim === null ? one : { ...one, claim, template: TEMPLATE },
    ),
    sources: { publisherKind: "BLOG", speakers: [{ number: 1, id: SPEAKER, role: "two governments" }] },
  };
}
const verdictOn = (slug: string, wording: string) => ({
  ...foundingClaim(),
  claim: { ...foundingClaim().claim, slug, wording },
});

async function drafts(): Promise<void> {
  for (const state of ["DRAFT", "SUBMITTED", "RETURNED"] as const) {
    const name = state.toLowerCase();
    const claimId = await rows.claimRow(`claim-${name}`, SECRET);
    await rows.reviewRow({ versionId: (await rows.articleRow(`page-${name}`)).versionId }, state, who.writer);
    await rows.reviewRow({ claimId }, state, who.writer);
  }
}

async function published(): Promise<void> {
  const claim = { slug: "banks-got-memos", wording: "Banks got memos." };
  const claimId = await rows.claimRow(claim.slug, SECRET);
  const content = page("founding", claim, "The founding page");
  const row = await rows.articleRow("founding");
  await rows.publishArticle(
    row,
    { ...content, article: { ...content.article, title: "A first title" } },
    [claimId],
    {
      ...who,
      at: at("2026-11-20"),
    },
  );
  const promise = { text: "then", precision: "DAY" as const, resolvedFrom: null };
  const made = content.statements.map((one) => {
    if (one.number === 1) {
      const day = "2026-10-31";
      return { ...one, prediction: { ...promise, dueFrom: day, dueTo: day, outcome } };
    }
    if (one.number !== 2) return one;
    return { ...one, prediction: { ...promise, dueFrom: "2099-01-01", dueTo: "2099-01-02" } };
  });
  await rows.publishArticle(row, { ...content, statements: made }, [claimId], {
    ...who,
    at: at("2026-11-21"),
    correction: "A name was wrong.",
  });
  const first = verdictOn(claim.slug, claim.wording);
  await rows.publishClaim(claimId, first, { ...who, at: at("2026-11-22") });

  const lost = await rows.claimRow("only-there", "Only the withdrawn page says so.");
  const withdrawn = await rows.articleRow("withdrawn");
  const taken = page("withdrawn", { slug: "only-there", wording: SECRET }, "A withdrawn title");
  const id = await rows.publishArticle(withdrawn, taken, [lost], { ...who, at: at("2026-11-21") });
  await rows.withdraw(id, "The page was forged.", at("2026-11-23"));
  const judged = await rows.claimRow("judged", SECRET);
  const verdict = await rows.publishClaim(judged, verdictOn("judged", "Judged too early."), {
    ...who,
    at: at("2026-11-21"),
  });
  await rows.withdraw(verdict, "Too early.", at("2026-11-23"));
}

const outcome = {
  result: "HAPPENED",
  knownAt: "2026-11-01",
  quote: "It was done.",
  saidAt: "2026-11-01",
  publisher: "Gazette",
  url: null,
  note: null,
  snapshot: null,
  by: "Ruth Okafor",
  on: "2026-11-20",
} as const;

async function manyClaims(): Promise<void> {
  for (let i = 0; i < 25; i += 1) {
    const [slug, wording] = [`paged-${i}`, `Paged claim ${i}.`];
    const claimId = await rows.claimRow(slug, wording);
    const moment = new Date(at("2026-10-01").getTime() + i * 1000);
    await rows.publishClaim(claimId, verdictOn(slug, wording), { ...who, at: moment });
  }
}

/** Every text that somebody would put into a page, a few statements each. */
async function payloads(): Promise<void> {
  const founding = page("strange", { slug: "strange-claim", wording: PAYLOADS[0] ?? "" });
  const [like] = founding.statements;
  if (like === undefined) throw new Error("the founding page has statements");
  const claimId = await rows.claimRow("strange-claim", "x");
  const statements = PAYLOADS.map((text, i) => ({
    ...like,
    number: i + 1,
    exact: text,
    notes: [text],
    speaker: { name: text, kind: "PERSON" as const },
    claim: i === 0 ? { slug: "strange-claim", wording: text } : null,
  }));
  const content = { ...founding, article: { ...founding.article, title: PAYLOADS[0] ?? "" }, statements };
  await rows.publishArticle(await rows.articleRow("strange"), content, [claimId], {
    ...who,
    at: at("2026-11-19"),
  });
}

async function forged(): Promise<void> {
  const claim = { slug: "forged-claim", wording: "It was said on the forged page." };
  const claimId = await rows.claimRow(claim.slug, claim.wording);
  const content = page("forged", claim, "As it was published");
  const id = await rows.publishArticle(await rows.articleRow("forged"), content, [claimId], {
    ...who,
    at: at("2026-09-01"),
  });
  await database().$executeRawUnsafe('ALTER TABLE "Publication" DISABLE TRIGGER USER');
  await database().$executeRaw`
    UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', to_jsonb(${FORGED}::text)) WHERE id = ${id}::uuid`;
  const erased = { ...page("erased", claim), statements: [] };
  await rows.publishArticle(await rows.articleRow("erased"), erased, [], { ...who, at: at("2026-09-02") });
  await database().$executeRawUnsafe('ALTER TABLE "AuditPayload" DISABLE TRIGGER USER');
  await database()
    .$executeRaw`DELETE FROM "AuditPayload" WHERE sequence = (SELECT max(sequence) FROM "AuditEvent")`;
}

/** As the door has it: the address in one piece. */
async function ask(address: string, how: RequestInit = {}) {
  const url = new URL(address, ORIGIN);
  const response = await answerPublicRead(new Request(url, how));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === "" ? null : JSON.parse(text),
  };
}

const PUBLISHER = publisherSubject("dinarevaluation.blogspot.com");
const AUTHOR = authorSubject("dinarevaluation.blogspot.com", "TankMan");
const SPEAKER = "0190f000-0000-7000-8000-000000000001";

const LISTS = [
  "/api/v1/articles",
  "/api/v1/claims",
  "/api/v1/statements",
  "/api/v1/statements?label=UNSOURCED_SPECULATION",
  "/api/v1/predictions",
  "/api/v1/predictions?state=overdue",
  "/api/v1/predictions?state=resolved",
  "/api/v1/corrections",
  "/api/v1/search?q=banks",
  "/api/v1/search?q=page&in=pages",
  "/api/v1/search?q=paged&in=claims",
  "/api/v1/search?in=statements&label=UNSOURCED_SPECULATION",
  "/api/v1/search?publisher=dinarevaluation.blogspot.com&language=EN",
  "/api/v1/search?verdict=NO_VERDICT",
  `/api/v1/publishers/${PUBLISHER}`,
  `/api/v1/publishers/${PUBLISHER}/statements`,
  `/api/v1/publishers/${PUBLISHER}/statements?label=REPORTED&period=2024-07`,
  `/api/v1/publishers/${PUBLISHER}/statements?promises=made`,
  `/api/v1/authors/${AUTHOR}`,
  `/api/v1/authors/${AUTHOR}/statements?label=REPORTED`,
  `/api/v1/speakers/${SPEAKER}`,
  `/api/v1/speakers/${SPEAKER}/statements`,
  "/api/v1/openapi.json",
  "/api/v1/claims:search",
  "/api/v1/claims:search?query=banks",
];

/** Addresses of this API that stand in an answer. */
function addressesIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(addressesIn);
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    (name === "href" || name === "next") && typeof value === "string" ? [value] : addressesIn(value),
  );
}

const operationAt = (url: string) =>
  OPERATIONS.find(({ path }) =>
    new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(new URL(url, ORIGIN).pathname),
  );
const shapeOf = (url: string) => operationAt(url)?.answer;

/** Checks an answer against what the document about the API says of it, by a program that isn't ours. */
async function described(): Promise<(url: string, body: unknown) => unknown> {
  const { body: document } = await ask("/api/v1/openapi.json");
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "https://api.example/", ...document });
  const checks = new Map<string, ValidateFunction>();
  return (url, body) => {
    const path = `/v1${operationAt(url)?.path ?? ""}`;
    const place = path
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replaceAll("{", "%7B")
      .replaceAll("}", "%7D");
    const schema = `https://api.example/#/paths/${place}/get/responses/200/content/application~1json/schema`;
    const check = checks.get(path) ?? ajv.compile({ $ref: schema });
    checks.set(path, check);
    return check(body) ? undefined : check.errors;
  };
}

test("every address that can be reached answers in its own shape, and with no word that isn't published", async () => {
  const check = await described();
  expect(check("/api/v1/claims", { data: [{}] })).not.toBeUndefined();
  const seen = new Set<string>();
  const waiting = [...LISTS];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const { status, body, text } = await ask(url);
    expect([url, status]).toEqual([url, 200]);
    expect([url, text.includes(SECRET)]).toEqual([url, false]);
    expect([url, text.includes("only-there")]).toEqual([url, false]);
    expect([url, shapeOf(url)?.safeParse(body).error?.issues]).toEqual([url, undefined]);
    expect(shapeOf(url)?.parse(body)).toEqual(body);
    expect([url, check(url, body)]).toEqual([url, undefined]);
    waiting.push(...addressesIn(body));
  }
  const paths = [...seen].map((url) => new URL(url, ORIGIN).pathname);
  for (const path of [
    "articles/founding",
    "articles/founding/statements/16",
    "claims/banks-got-memos",
    "articles/strange",
  ])
    expect(paths).toContain(`/api/v1/${path}`);
  expect(seen.size).toBeGreaterThan(100);
});

test("what is being worked on isn't here, whatever it is asked by", async () => {
  for (const name of ["draft", "submitted", "returned"]) {
    for (const path of [
      `articles/page-${name}`,
      `articles/page-${name}/statements/1`,
      `claims/claim-${name}`,
    ]) {
      const { status, body } = await ask(`/api/v1/${path}`);
      expect([path, status, body.code]).toEqual([path, 404, "not_found"]);
    }
  }
});

test("a page is what was published last, with its correction and what the record proves", async () => {
  const { body } = await ask("/api/v1/articles/founding");
  expect(body).toMatchObject({
    title: "The founding page",
    page: `${ORIGIN}/articles/founding`,
    publishedAt: at("2026-11-21").toISOString(),
    writers: ["Ruth Okafor", "Jonas Weber"].slice(0, body.writers.length),
    corrections: [{ reason: "A name was wrong.", isWithdrawal: false }],
    proof: "UNCHECKED",
  });
  expect(body.statements).toHaveLength(16);
  const { body: one } = await ask(body.statements[15].href);
  expect(one).toMatchObject({ number: 16, label: "UNSOURCED_SPECULATION", article: { slug: "founding" } });
  expect((await ask("/api/v1/articles/founding/statements/17")).status).toBe(404);
  expect((await ask("/api/v1/articles/founding/statements/0x10")).status).toBe(404);
});

test("promises by their state: the clock says what is over, and people alone what happened", async () => {
  const states = async (state: string) => {
    const { body } = await ask(`/api/v1/predictions?state=${state}`);
    return new Set(body.data.map((one: { prediction: { state: string } }) => one.prediction.state));
  };
  expect(await states("overdue")).toEqual(new Set(["OVERDUE"]));
  expect(await states("resolved")).toEqual(new Set(["RESOLVED"]));
  expect(await states("open")).toEqual(new Set(["OPEN"]));
  expect((await ask("/api/v1/predictions?state=resolved")).body.data).toMatchObject([
    { number: 1, prediction: { outcome: { result: "HAPPENED", by: "Ruth Okafor" } } },
  ]);
});

test("a template tells every time that its promise was made on a page that stands, and what became of it", async () => {
  const { body } = await ask(`/api/v1/templates/${encodeURIComponent(TEMPLATE.key)}`);
  const slugs = body.data.map(({ article }: { article: { slug: string } }) => article.slug);
  expect(slugs).toContain("founding");
  expect(slugs).not.toContain("withdrawn");
  expect(body).toMatchObject({ ...TEMPLATE, next: null });
  expect(body.tellings).toMatchObject({
    times: slugs.length,
    isCut: false,
    since: "2024-09-18",
    fellDue: slugs.length,
  });
  const { body: told } = await ask("/api/v1/articles/founding/statements/16");
  expect(told.template).toMatchObject(TEMPLATE);
  expect((await ask("/api/v1/templates/nobody-said~date")).status).toBe(404);
  expect((await ask("/api/v1/templates/%2e%2e")).status).toBe(404);
});

test("what was withdrawn says what it was, why and since when, and nothing of what it held", async () => {
  const { status, headers, body, text } = await ask("/api/v1/articles/withdrawn");
  expect(status).toBe(410);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({
    title: "Withdrawn",
    code: "gone",
    withdrawn: {
      title: "A withdrawn title",
      reason: "The page was forged.",
      at: at("2026-11-23").toISOString(),
    },
  });
  expect(text).not.toContain("memo");
  expect((await ask("/api/v1/articles/withdrawn/statements/1")).status).toBe(410);
  expect((await ask("/api/v1/claims/judged")).body).toMatchObject({ withdrawn: { reason: "Too early." } });
  expect((await ask("/api/v1/claims/only-there")).status).toBe(410);
});

test("what was changed behind the program's back is called so, as on readers' pages", async () => {
  expect((await ask("/api/v1/articles/forged")).body.proof).toBe("BROKEN");
  expect((await ask("/api/v1/articles/founding")).body.proof).not.toBe("BROKEN");
  expect((await ask("/api/v1/articles")).body.isProven).toBe(false);
  expect((await ask("/api/v1/claims/forged-claim")).body.proof).toBe("BROKEN");
  expect((await ask("/api/v1/articles/erased")).body.proof).toBe("BROKEN");
});

test("strange texts come back as they are, as data", async () => {
  const { body, headers } = await ask("/api/v1/articles/strange");
  expect(headers.get("content-type")).toBe("application/json");
  expect(body.statements.map(({ exact }: { exact: string }) => exact)).toEqual(PAYLOADS);
  expect(body.statements.map(({ speaker }: { speaker: { name: string } }) => speaker.name)).toEqual(PAYLOADS);
});

test("a list goes on until its end, each thing once; its end is an end", async () => {
  const slugs: string[] = [];
  const links: (string | null)[] = [];
  for (let url: string | null = "/api/v1/claims"; url !== null; ) {
    const { body, headers } = await ask(url);
    slugs.push(...body.data.map(({ slug }: { slug: string }) => slug));
    url = body.next;
    links.push(headers.get("link"));
    if (url !== null) expect(headers.get("link")).toBe(`<${url}>; rel="next"`);
  }
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => slug.startsWith("paged-"))).toHaveLength(25);
  expect(links.at(-1)).toBeNull();
});

test("what a cursor named may be gone: the list goes on behind it, and beyond its end is empty", async () => {
  const { sealCursor } = await import("#lib/api/cursors");
  const key = "1999-01-01T00:00:00.000Z_00000000-0000-4000-8000-000000000000";
  const beyond = sealCursor("/api/v1/claims?", key);
  expect((await ask(`/api/v1/claims?cursor=${beyond}`)).body).toMatchObject({ data: [], next: null });
});

test("a cursor that was altered, cut, or is another list's or another filter's is refused in words", async () => {
  const { body } = await ask("/api/v1/claims");
  const cursor = new URL(body.next).searchParams.get("cursor") ?? "";
  const altered = Array.from({ length: cursor.length }, (_, i) => {
    const other = cursor[i] === "A" ? "B" : "A";
    return `/api/v1/claims?cursor=${cursor.slice(0, i)}${other}${cursor.slice(i + 1)}`;
  });
  for (const url of [
    ...altered,
    `/api/v1/claims?cursor=${cursor.slice(0, -1)}`,
    `/api/v1/claims?cursor=${cursor}A`,
    "/api/v1/claims?cursor=",
    "/api/v1/claims?cursor=2026-11-21T10:00:00.000Z_00000000-0000-4000-8000-000000000000",
    `/api/v1/articles?cursor=${cursor}`,
    `/api/v1/search?q=paged&cursor=${cursor}`,
    `/api/v1/claims/banks-got-memos?cursor=${cursor}`,
  ]) {
    const { status, body: problem } = await ask(url);
    expect([url, status, problem.field]).toEqual([url, 400, "cursor"]);
    expect(problem.detail).toMatch(/^This cursor/);
  }
});

test.each([
  ["/api/v1/claims?page=1000000000", 400, "page"],
  ["/api/v1/claims?cursor=a&cursor=b", 400, "cursor"],
  ["/api/v1/statements?label=LIE", 400, "label"],
  ["/api/v1/statements?label=", 400, "label"],
  ["/api/v1/predictions?state=OPEN", 400, "state"],
  [`/api/v1/publishers/${PUBLISHER}?label=REPORTED`, 400, "label"],
  [`/api/v1/publishers/${PUBLISHER}/statements?label=REPORTED&promises=made`, 400, "promises"],
  [`/api/v1/publishers/${PUBLISHER}/statements?period=July`, 400, "period"],
  [`/api/v1/publishers/${PUBLISHER}/statements?promises=kept`, 400, "promises"],
  [`/api/v1/authors/${PUBLISHER}`, 404, undefined],
  [`/api/v1/speakers/${PUBLISHER}`, 404, undefined],
  [`/api/v1/publishers/${SPEAKER}`, 404, undefined],
  ["/api/v1/publishers/harbour.example", 404, undefined],
  ["/api/v1/publishers/%00", 404, undefined],
  ["/api/v1/search", 400, "q"],
  ["/api/v1/search?q=%22%26%7C%21", 400, "q"],
  ["/api/v1/search?q=x&in=drafts", 400, "in"],
  ["/api/v1/search?in=statements", 400, "q"],
  ["/api/v1/search?label=LIE", 400, "label"],
  ["/api/v1/search?verdict=true", 400, "verdict"],
  ["/api/v1/search?speaker=%00", 400, "speaker"],
  ["/api/v1/search?date=2026-13", 400, "date"],
  ["/api/v1/search?due=soon", 400, "due"],
  ["/api/v1/predictions?publisher=%00", 400, "publisher"],
  ["/api/v1/articles/founding?draft=1", 400, "draft"],
  ["/api/v1/nothing", 404, undefined],
  ["/api/v1", 404, undefined],
  ["/api/v1/claims/never-was", 404, undefined],
  [`/api/v1/claims/${"x".repeat(3000)}`, 404, undefined],
  ["/api/v1/claims/banks-got-memos/secrets", 404, undefined],
  ["/api/v1/claims/%2e%2e%2fdrafts", 404, undefined],
  ["/api/v1/claims/constructor", 404, undefined],
])("%s is a problem in words", async (url, status, field) => {
  const answer = await ask(url);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toMatchObject({ type: "about:blank", status, title: expect.any(String) });
  expect(answer.body.detail).toMatch(/\.$/);
  expect(answer.body.field).toBe(field);
});

/** How many statements a list holds, read part by part. */
async function length(address: string): Promise<number> {
  let n = 0;
  for (let next: string | null = address; next !== null; ) {
    const { status, body } = await ask(next);
    expect([next, status]).toEqual([next, 200]);
    n += body.data.length;
    next = body.next;
  }
  return n;
}

test.each([
  ["PUBLISHER", `publishers/${PUBLISHER}`, PUBLISHER],
  ["AUTHOR", `authors/${AUTHOR}`, AUTHOR],
  ["SPEAKER", `speakers/${SPEAKER}`, SPEAKER],
] as const)(
  "the record of a %s says what readers’ page says, and so do the lists behind it",
  async (kind, path, id) => {
    const { body } = await ask(`/api/v1/${path}`);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" }).format(new Date());
    const record = await trackAt({ kind, id, today });
    if (record === null) throw new Error("there is a record");
    const labels = labelCounts(record.months);
    expect(sumOf(labels)).toBeGreaterThan(0);
    expect(body.statementCount).toBe(sumOf(labels));
    expect(body.promises).toEqual(record.promises);
    expect(body).toMatchObject({
      pages: record.pages,
      corrections: record.corrections,
      saidAgain: record.saidAgain,
    });
    expect(await length(body.statements)).toBe(sumOf(labels));
    for (const label of READER_LABELS) {
      expect([label, body.labels[label].k]).toEqual([label, labels[label]]);
      expect([label, await length(`${body.statements}?label=${label}`)]).toEqual([label, labels[label]]);
    }
    for (const { period, labels: counted } of body.time)
      expect([period, await length(`${body.statements}?period=${period}`)]).toEqual([period, sumOf(counted)]);
    for (const list of PromiseList.options)
      expect([list, await length(`${body.statements}?promises=${list}`)]).toEqual([
        list,
        record.promises[list],
      ]);
  },
);

test("a search for statements gives each by itself, part by part, and its cursor is of no other list", async () => {
  const all = [];
  const first = "/api/v1/search?in=statements&language=en";
  let next: string | null = `${ORIGIN}${first}`;
  let cursor = "";
  while (next !== null) {
    const { body } = await ask(next.replace(ORIGIN, ""));
    all.push(...body.data);
    next = body.next;
    cursor ||= new URL(next ?? ORIGIN).searchParams.get("cursor") ?? "";
  }
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(["STATEMENT"]));
  expect(new Set(all.map(({ statement }) => statement.href)).size).toBe(all.length);
  const { status, body } = await ask(`/api/v1/search?language=en&cursor=${cursor}`);
  expect([status, body.field]).toEqual([400, "cursor"]);
});

test("operators and quotes are words to the search", async () => {
  for (const q of ["banks & memos | !x", "'; DROP TABLE x; --", '"', "(((", "a:*", "\\", "%"]) {
    const { status } = await ask(`/api/v1/search?q=${encodeURIComponent(q)}`);
    expect([q, [200, 400].includes(status)]).toEqual([q, true]);
  }
});

test("nothing is changed here, and the answer is JSON", async () => {
  const posted = await ask("/api/v1/claims", { method: "POST", body: "{}" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  for (const accept of ["text/csv", "application/json;q=0", "text/html, */*;q=0"]) {
    expect([accept, (await ask("/api/v1/claims", { headers: { accept } })).status]).toEqual([accept, 406]);
  }
  for (const accept of ["*/*", "application/*", "text/html, application/json;q=0.1", "text/html,*/*;q=0.8"]) {
    expect([accept, (await ask("/api/v1/claims", { headers: { accept } })).status]).toEqual([accept, 200]);
  }
  const asked = await ask("/api/v1/claims", { method: "OPTIONS" });
  expect([asked.status, asked.text]).toEqual([204, ""]);
  expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
  expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
});

test("the page about the API shows a request for each address, and what is answered now", async () => {
  const shown = await examples({ origin: ORIGIN, today: "2026-11-28" });
  expect(shown.map(({ operation }) => operation.id)).toEqual(
    DESCRIBED.map(({ id }) => id).filter((id) => id !== "document"),
  );
  for (const { href, answer, operation } of shown) {
    expect([href, answer === null]).toEqual([href, false]);
    expect([href, (await ask(href)).status]).toEqual([href, 200]);
    expect([href, operation.answer.safeParse(answer).error?.issues]).toEqual([href, undefined]);
  }
  expect(JSON.stringify(shown)).not.toContain(SECRET);
});

// Nine files, each made by a process of its own.
test("an export is a file of its kind, whole; its head alone is told without making it", {
  timeout: 180_000,
}, async () => {
  for (const { path, type, file } of EXPORTS) {
    const url = new URL(`/api/v1${path}`, ORIGIN);
    const answer = await answerPublicRead(new Request(url));
    const text = await answer.text();
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, type]);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${file}"`);
    expect([path, text.length > 100, text.includes(SECRET)]).toEqual([path, true, false]);
    const head = await answerPublicRead(new Request(url, { method: "HEAD" }));
    expect([head.status, head.headers.get("content-type"), head.body]).toEqual([200, type, null]);
    expect((await ask(`${url}?after=x`)).body).toMatchObject({ status: 400, field: "after" });
    expect((await ask(`${url}`, { headers: { accept: "image/png" } })).status).toBe(406);
    expect((await ask(`${url}`, { method: "POST" })).status).toBe(405);
  }
  for (const path of ["exports", "exports/claims", "exports/drafts.csv", "exports/../claims"])
    expect([path, (await ask(`/api/v1/${path}`)).status]).toEqual([
      path,
      path.endsWith("../claims") ? 200 : 404,
    ]);
});

test("no cookie and no token counts", async () => {
  const plain = await ask("/api/v1/articles");
  const headers = { cookie: "__Host-onrecord-session=x", authorization: "Bearer onrecord_x" };
  expect((await ask("/api/v1/articles", { headers })).text).toBe(plain.text);
});
