import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { type PlanNode, planOf, questionsOf, readBy } from "#lib/db/testing/plans";
import { mergeClaim } from "#lib/desk/claim-merging";
import { addEvidence, createClaim, removeEvidence } from "#lib/desk/claims";
import { at, NOW, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { listPlace } from "#lib/domain/cursors";
import { type EvidenceAsked, evidenceAsked } from "#lib/domain/evidence-desk";
import { evidencePage } from "./evidence-list";

/** The desk's list of evidence. */

/** As many as no newsroom has: what grows with them would be seen. */
const FILLED = 12_000;
const A_PART = 31;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
let mara: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  mara = await person("Mara");
  sql = new Client({ connectionString: db.url });
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await disconnect();
  await db.close();
});
// A test that fails within a transaction leaves it open.
afterEach(() => sql.query("ROLLBACK"));

const all: EvidenceAsked = evidenceAsked({});
const shown = async (asked: Partial<EvidenceAsked>) =>
  (await evidencePage({ ...all, ...asked }, null)).evidence.map(({ title }) => title);

async function claim(wording = `Quay ${randomUUID()} is widened.`): Promise<string> {
  return (await createClaim(mara, { wording, statementId: null, statementRevision: null }, at)).claimId;
}

async function add(claimId: string, given: Readonly<Record<string, unknown>>): Promise<string> {
  const { evidenceId } = await addEvidence(
    mara,
    { claimId, stance: "CONTEXT", publisher: null, publishedAt: null, quote: null, note: null, ...given },
    at,
  );
  return evidenceId;
}

test("a piece says what it is, its claim, its site and what came of its copy; what was removed isn't there", async () => {
  const claimId = await claim("The harbour council widens the quay.");
  const id = await add(claimId, {
    title: "Minutes of the council",
    stance: "REFUTES",
    url: "https://www.council.example/minutes/2024-09",
    sourceKind: "PRIMARY",
    quote: "The quay stays as it is",
  });
  const gone = await add(claimId, { title: "Taken away", url: "https://gone.example/" });
  await removeEvidence(mara, { evidenceId: gone }, at);
  const { evidence } = await evidencePage(all, null);
  expect(evidence).toEqual([
    {
      id,
      title: "Minutes of the council",
      stance: "REFUTES",
      sourceKind: "PRIMARY",
      url: "https://www.council.example/minutes/2024-09",
      site: "council.example",
      archivedUrl: null,
      publisher: null,
      publishedAt: null,
      quote: "The quay stays as it is",
      isFile: false,
      claim: { id: claimId, wording: "The harbour council widens the quay." },
      copy: null,
      trouble: null,
      addedBy: "Mara",
      addedAt: NOW.toISOString(),
    },
  ]);
  const since = { trouble: "GONE", message: "none", since: NOW, looks: 3, lookedAt: NOW } as const;
  await database().evidenceWatch.update({ where: { evidenceId: id }, data: since });
  expect((await evidencePage(all, null)).evidence[0]?.trouble).toBeNull();
  await database().evidenceWatch.update({ where: { evidenceId: id }, data: { saidAt: NOW } });
  expect((await evidencePage(all, null)).evidence[0]?.trouble).toBe("GONE");
});

test("by site, stance, kind and claim, each alone and together", async () => {
  const [one, other] = [await claim(), await claim()];
  const mark = `${randomUUID()}.example`;
  await add(one, { title: "for", url: `https://${mark}/a`, stance: "SUPPORTS", sourceKind: "PRIMARY" });
  await add(one, { title: "against", url: `HTTPS://WWW.${mark}:8080/b?c`, stance: "REFUTES" });
  await add(other, { title: "around", url: `http://${mark}/`, sourceKind: "SECONDARY" });
  await add(other, { title: "beside", url: `https://sub.${mark}/`, stance: "REFUTES" });
  const found = async (asked: Partial<EvidenceAsked>) => (await shown(asked)).toSorted();
  expect(await found({ site: mark })).toEqual(["against", "around", "for"]);
  expect(await found({ site: mark, stance: "REFUTES" })).toEqual(["against"]);
  expect(await found({ site: mark, kind: "UNSAID" })).toEqual(["against"]);
  expect(await found({ site: mark, kind: "SECONDARY", stance: "SUPPORTS" })).toEqual([]);
  expect(await found({ claimId: other })).toEqual(["around", "beside"]);
  expect(await found({ claimId: other, stance: "REFUTES" })).toEqual(["beside"]);
  expect(await found({ claimId: randomUUID() })).toEqual([]);
  for (const kind of ["PRIMARY", "SECONDARY", "UNSAID"] as const) {
    const rows = (await evidencePage({ ...all, kind }, null)).evidence;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => (row.sourceKind ?? "UNSAID") === kind)).toBe(true);
  }
});

test("evidence of a claim that was joined with another counts for that one", async () => {
  const [from, into] = [await claim(), await claim()];
  await add(from, { title: "of the joined", url: "https://joined.example/" });
  const { revision } = await database().claim.findUniqueOrThrow({ where: { id: from } });
  const { revision: intoRevision } = await database().claim.findUniqueOrThrow({ where: { id: into } });
  await mergeClaim(
    mara,
    { claimId: from, intoId: into, revision, intoRevision, reason: "The same quay." },
    at,
  );
  expect(await shown({ claimId: into })).toEqual(["of the joined"]);
  expect(await shown({ claimId: from })).toEqual(["of the joined"]);
  const { claim: named } = await evidencePage({ ...all, claimId: from }, null);
  expect(named?.id).toBe(into);
});

test.each([
  ["a word of its title, in another form", "tariffs tables", "Table of the tariff"],
  ["quoted words side by side", '"never been raised"', "Ledger"],
  ["the beginning of a word of the quotation", "rais", "Ledger"],
  ["a part of its address", "customs.example", "Ledger"],
  ["Arabic, typed in another way", "الوزاره", "بيان الوزارة"],
])("found by %s", async (_, search, title) => {
  const claimId = await claim();
  await add(claimId, { title: "Table of the tariff", url: "https://tariffs.example/tables" });
  await add(claimId, {
    title: "Ledger",
    url: "https://customs.example/books/7",
    quote: "The duty has never been raised",
  });
  await add(claimId, { title: "بيان الوزارة", url: "https://other.example/" });
  expect(await shown({ search, claimId })).toEqual([title]);
  expect(await shown({ search })).toContain(title);
  expect(await shown({ search, stance: "SUPPORTS", claimId })).toEqual([]);
});

test.each(["%", "'; --", "zzzz qqqq", '"', "never raised been", 'been raised never "raised been"'])(
  "looking for “%s” breaks nothing",
  async (search) => {
    const titles = await shown({ search: `${search} nowhere` });
    expect(titles).toEqual([]);
  },
);

test("what an address says is read as far as it means something", () => {
  expect(evidenceAsked({ site: " https://www.Bank.example/minutes?x ", kind: "x", stance: ["a"] })).toEqual({
    ...all,
    site: "bank.example",
  });
  expect(evidenceAsked({ claim: "nothing", search: "a\u0000b", site: "not a site" })).toEqual({
    ...all,
    search: "a b",
    site: "not a site",
  });
});

test("of thousands: a part at a time and back again, and no question reads rows in numbers that the list's length sets", async () => {
  const claimId = await claim();
  await sql.query(
    `INSERT INTO "Evidence" ("id", "claimId", "stance", "title", "url", "sourceKind", "quote", "addedById", "addedAt")
     SELECT gen_random_uuid(), $1, (CASE WHEN n % 3000 = 0 THEN 'CONTEXT' WHEN n % 2 = 0 THEN 'SUPPORTS' ELSE 'REFUTES' END)::"Stance",
       'Gazette ' || n, 'https://site' || n % 500 || '.example/page/' || n, (CASE WHEN n % 2 = 0 THEN 'PRIMARY' END)::"SourceKind",
       CASE WHEN n % 4000 = 7 THEN 'a seldom heard word' ELSE 'the common words of a gazette' END, $2,
       $3::timestamptz + (n / 3) * interval '1 second'
     FROM generate_series(1, ${FILLED}) n`,
    [claimId, mara.id, NOW],
  );
  await sql.query('ANALYZE "Evidence"');
  const parts = [await evidencePage({ ...all, site: "site7.example" }, null)];
  for (let older = parts[0]?.older; older; older = parts.at(-1)?.older) {
    parts.push(await evidencePage({ ...all, site: "site7.example" }, listPlace({ after: older }) ?? null));
  }
  expect(parts.map(({ evidence }) => evidence.length)).toEqual([24]);
  const two = await evidencePage(all, null);
  const next = await evidencePage(all, listPlace({ after: two.older ?? "" }) ?? null);
  const back = await evidencePage(all, listPlace({ before: next.newer ?? "" }) ?? null);
  expect(back.evidence).toEqual(two.evidence);
  expect(new Set([...two.evidence, ...next.evidence].map(({ id }) => id)).size).toBe(60);

  const middle = listPlace({ after: next.older ?? "" }) ?? null;
  const asks: [Partial<EvidenceAsked>, number][] = [
    [{}, A_PART],
    [{ stance: "CONTEXT" }, A_PART],
    [{ kind: "PRIMARY" }, A_PART],
    [{ kind: "SECONDARY" }, A_PART],
    [{ stance: "CONTEXT", kind: "UNSAID" }, A_PART],
    [{ site: "site7.example" }, A_PART],
    [{ site: "site7.example", stance: "REFUTES" }, A_PART],
    [{ search: "gazette" }, 1_100],
    [{ search: "seldom" }, 1_100],
    [{ search: "gazette", stance: "CONTEXT" }, 1_100],
    [{ search: "nowhere" }, 1_100],
  ];
  for (const [asked, most] of asks) {
    for (const place of [null, middle]) {
      const { questions } = await questionsOf(() => evidencePage({ ...all, ...asked }, place));
      const nodes: PlanNode[] = [];
      for (const question of questions) nodes.push(...(await planOf(sql, question)));
      const ofEvidence = nodes.filter((node) => node["Relation Name"] === "Evidence");
      expect(ofEvidence.length).toBeGreaterThan(0);
      expect([asked, Math.max(...ofEvidence.map(readBy)) <= most]).toEqual([asked, true]);
    }
  }
});

test("a question that walks the evidence would be noticed", async () => {
  const plan = await planOf(sql, {
    text: `SELECT count("note") FROM "Evidence" WHERE "note" LIKE '%x%'`,
    values: [],
  });
  expect(Math.max(...plan.map(readBy))).toBeGreaterThan(1_100);
});
