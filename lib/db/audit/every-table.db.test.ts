import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { createClaim, writeVerdict } from "#lib/desk/claims";
import { addProvenance } from "#lib/desk/provenance";
import { publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { at, draftReview, NOW, person, publishedReview, storedPage } from "#lib/desk/testing/newsroom";
import { addTopic } from "#lib/desk/topics";
import type { Actor } from "#lib/domain/actor";
import { checkRecord } from "./checks";
import { keepHeads, verifyHeads } from "./heads";
import { verifyRecord } from "./verify";

/**
 * One changed byte in any row that readers see or that the chain covers is named. The owner of the database changes it, with every trigger off:
 * each column of each such table, one after the other. What isn't covered stands here with the reason.
 */

/** By column, why a change of it can't be told or tells readers nothing. */
const COVERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AuditEvent: {},
  AuditPayload: {},
  Publication: {},
  PublicationClaim: {},
  Standing: {},
  StandingStatement: {},
  StandingPromise: {},
  StandingUpstream: {},
  StandingClaim: {},
  StandingChange: {},
  StandingTotal: {},
  StandingText: {},
  StandingSaid: {},
  StandingTopic: {},
  StandingTopicTotal: {},
  Topic: Object.fromEntries(
    [
      "name",
      "definition",
      "revision",
      "createdById",
      "createdAt",
      "namedById",
      "namedAt",
      "mergedIntoId",
      "mergedById",
      "mergedAt",
      "rootId",
      "grams",
    ].map((column) => [column, "for the desk; readers see what was frozen of it"]),
  ),
  StandingWord: { texts: "only says in which order likely words are tried; a rebuild counts it anew" },
  TrackStatement: {},
  TrackPage: {},
  TrackClaim: {},
  TrackTotal: {},
  RecordHead: {},
  RecordCheck: {
    id: "names itself",
    isFull: "says how far back a check went; one that says too much is followed by a whole one within a day",
    startedAt: "a time that readers aren't told",
    finishedAt: "a time that readers aren't told",
    publications: "a count that readers aren't told",
    faultCount: "what was found then; verify looks itself",
    faults: "what was found then; verify looks itself",
  },
  ArticleVersion: Object.fromEntries(
    [
      "articleId",
      "number",
      "textLength",
      "normalizerVersion",
      "title",
      "postedAt",
      "author",
      "agency",
      "agencyDate",
      "place",
      "language",
      "direction",
      "engineName",
      "engineVersion",
      "notes",
      "dates",
      "canonicalUrl",
      "links",
      "snapshotSha256",
      "fetchedAt",
    ].map((column) => [column, "read from the text; readers see what was frozen of it"]),
  ),
  Article: Object.fromEntries(
    ["identity", "url", "heading", "publisherId", "isSample", "watch", "nextCheckAt", "createdAt"].map(
      (column) => [column, "for the desk; readers see what was frozen of it"],
    ),
  ),
  Claim: Object.fromEntries(
    ["wording", "unknowns", "revision", "createdAt", "mergedIntoId", "mergedById", "mergedAt", "rootId"].map(
      (column) => [column, "for the desk; readers see what was frozen of it"],
    ),
  ),
  ReviewWriter: { since: "a time that readers aren't told" },
  User: Object.fromEntries(
    [
      "email",
      "role",
      "passwordHash",
      "revision",
      "disabledAt",
      "disabledReason",
      "disabledByName",
      "lastSeenAt",
      "organisationId",
      "createdAt",
    ].map((column) => [column, "of the account; readers see its name alone"]),
  ),
};

const WORK = "what people work on: each act is in the chain, and readers see what was frozen of it";
const MADE = "made from the text by the program; readers see what was frozen of it";
const WAY_IN = "a way in: its acts are in the chain, and no reader sees it";
const TALK =
  "what the newsroom says to each other: each act is in the chain without its words, and no reader sees it";
const PASSING = "kept while it is needed, and no part of the record";

const NOT_COVERED: Readonly<Record<string, string>> = {
  Session: WAY_IN,
  Passkey: WAY_IN,
  PasskeyChallenge: WAY_IN,
  SignInStep: WAY_IN,
  Authenticator: WAY_IN,
  RecoveryCode: WAY_IN,
  SignInRule: WAY_IN,
  Invitation: WAY_IN,
  ApiToken: WAY_IN,
  SecurityEvent: "a log beside the record: whoever wants to prove it collects it elsewhere",
  RateLimit: PASSING,
  ErrorReport:
    "what readers wrote to the newsroom; no other reader sees it, and it is erased when its sender asks",
  Assignment: WORK,
  QueueAct: WORK,
  SearchPlace: "what fills a field: each act is in the chain, and no reader sees it",
  AssigningRule: "to whom work goes: each act is in the chain, and no reader sees it",
  AssigningPerson: "to whom work goes: each act is in the chain, and no reader sees it",
  QueueItem:
    "worked out of what people work on, for the desk alone; a rebuild compares it and works it out anew",
  QueueMark: PASSING,
  DeskThread: TALK,
  DeskComment: TALK,
  Notice: "who was told of what: a pointer to an act, which is in the chain",
  NoticeSetting: "how somebody wants to hear of it",
  Webhook: "who outside is told: each act is in the chain, and no reader sees it",
  ModelRequest: "a ledger of what was spent: nothing of it is in what readers see",
  Proposal: "what a form was filled with; what was saved of it stands in the record",
  WebhookDelivery: "what was told outside: pointers to publications, and no reader sees it",
  WebhookDueMark: PASSING,
  SavedList: "an address that somebody comes back to",
  Draft: PASSING,
  Sending: PASSING,
  FetchHost: PASSING,
  RobotsFile: PASSING,
  PageCheck: MADE,
  Post: MADE,
  Segment: MADE,
  Attribution: MADE,
  AttributionSpan: MADE,
  Suggestion: MADE,
  SuggestionAttribution: MADE,
  MarkFile: WORK,
  Snapshot: "the database checks that its name is the hash of its bytes, triggers or not",
  SuggestionDecision: WORK,
  MatchDecision: WORK,
  ClaimWording: "an index of claims and statements, kept by the database: nobody reads it but the machine",
  WordingKey: "counts of that index",
  WordingLook: PASSING,
  SuggestionWording: "an index of suggestions, kept by the database: nobody reads it but the machine",
  WordedSuggestion: "which row of that index a suggestion has",
  SuggestionKey: "counts of that index",
  WordingRelation: "what the machine made of that index, for the desk alone",
  Doubt: "what the machine made of that index, for the desk alone; what a person says of it is in the chain",
  Review: WORK,
  Publisher: WORK,
  Speaker: WORK,
  Statement: WORK,
  StatementAttribution: WORK,
  Prediction: WORK,
  Outcome: WORK,
  TemplateChoice: WORK,
  ReviewTopic: WORK,
  Annotation: WORK,
  BlindReading: WORK,
  BlindPass: "work; what was handed in is in the chain by its hash",
  PassStatement: WORK,
  PassNote: WORK,
  ReadingUnit: WORK,
  ReadingRule: WORK,
  AgreementCount: "counts of that work, kept by the database: readers are told figures made of them",
  SuggestionTrial: "counts of that work, kept by the database for the desk; a rebuild compares them",
  RuleSwitch: WORK,
  GuidelineVersion:
    "each version is in the chain by its hash; readers are told the number alone, which was frozen",
  VerdictScale: "each version is in the chain by its hash; what it said of a verdict was frozen with that",
  Verdict: WORK,
  Evidence: WORK,
  EvidenceCopy:
    "for the desk: each copy that was kept is in the chain, and readers see the day that was frozen of it",
  EvidenceWatch:
    "what the last look at a page came to: the next one puts it right; what was said is in the chain, and nothing published holds it",
  FactCheckLook: PASSING,
  FactCorrection: WORK,
  PartCorrection: WORK,
  PartReading:
    "for the desk: each look that ended with something read is in the chain, and readers see what was frozen",
  TextSample: "an index of texts, filled by the program: nobody reads it but the machine",
  ProvenanceEdge: WORK,
  SearchRecord: WORK,
  Import: PASSING,
  Feed: PASSING,
  FeedItem: PASSING,
};

const TABLES = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+)/gm)].map(([, name]) =>
  String(name),
);

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-heads-"));
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  const [mara, avan] = [await person("Mara"), await person("Avan")];
  await publishedReview(mara, avan);
  const gone = await publishedReview(mara, avan);
  await withdrawReview(avan, { reviewId: gone.reviewId, revision: gone.revision, reason: "Not ours." }, at);
  await judgedClaim(mara, avan);
  await pageWithUpstream(mara, avan);
  await checkRecord(() => NOW);
  await keepHeads(folder, NOW);
  await owner.query("SET session_replication_role = replica");
  await owner.query("CREATE SCHEMA kept");
  for (const table of Object.keys(COVERED))
    await owner.query(`CREATE TABLE kept."${table}" AS SELECT * FROM "${table}"`);
}, 120_000);
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function judgedClaim(writer: Actor, publisher: Actor): Promise<void> {
  const { reviewId } = await draftReview(writer);
  const { id } = await database().statement.findFirstOrThrow({ where: { reviewId } });
  const made = { wording: "The quay is wide.", statementId: id, statementRevision: 1 };
  const { claimId } = await createClaim(writer, made, at);
  const verdict = { claimId, revision: null, code: "UNRESOLVED", explanation: "Nobody has looked." };
  await writeVerdict(writer, verdict, at);
  await addTopic(writer, { reviewId, name: "Harbours" }, at);
  await addTopic(writer, { claimId, name: "Quays" }, at);
  const own = await database().review.findFirstOrThrow({ where: { claimId } });
  for (const review of [reviewId, own.id]) {
    const { revision } = await database().review.findUniqueOrThrow({ where: { id: review } });
    const submitted = await submitReview(writer, { reviewId: review, revision }, at);
    await publishReview(publisher, { reviewId: review, revision: submitted.revision }, at);
  }
}

async function pageWithUpstream(writer: Actor, publisher: Actor): Promise<void> {
  const { versionId, reviewId } = await draftReview(writer);
  const upstream = `/desk/articles/${await storedPage()}`;
  await addProvenance(writer, { versionId, upstream, kind: "CITES", reason: "Its foot says so." }, at);
  const { revision } = await submitReview(writer, { reviewId, revision: 1 }, at);
  await publishReview(publisher, { reviewId, revision }, at);
}

const faults = async () => [...(await verifyRecord()).faults, ...(await verifyHeads(folder))];

/** How many faults there are; the table is as it was then. */
async function countThenRestore(table: string): Promise<number> {
  try {
    return (await faults()).length;
  } finally {
    await owner.query(`DELETE FROM "${table}"`);
    await owner.query(`INSERT INTO "${table}" SELECT * FROM kept."${table}"`);
  }
}

/** Which row is changed, where not any will do. */
const ROW: Readonly<Record<string, string>> = {
  User: `"name" = 'Mara'`,
  Article: `"id" = (SELECT min("articleId"::text)::uuid FROM "Publication")`,
};

const letter = (text: string) =>
  `left(${text}, -1) || CASE WHEN right(${text}, 1) = 'e' THEN 'f' ELSE 'e' END`;

/** JSON whose last string ends in another letter. */
const otherLast = (json: string) => `CASE WHEN ${json} ~ '9"[^"]*$'
  THEN regexp_replace(${json}, '9("[^"]*)$', '8\\1') ELSE regexp_replace(${json}, '[^9"\\\\]("[^"]*)$', '9\\1') END`;

/** The column's value with something of it changed; a value where there was none. */
function changed(column: string, type: string): string {
  const name = `"${column}"`;
  if (type === "uuid") return `coalesce((${letter(`${name}::text`)})::uuid, gen_random_uuid())`;
  if (type === "text") return `coalesce(nullif(${letter(name)}, ''), 'x')`;
  if (type.startsWith("timestamp")) return `coalesce(${name} + interval '1 ms', now())`;
  if (type === "date") return `coalesce(${name} + 1, current_date)`;
  if (type === "integer" || type === "bigint") return `coalesce(${name} + 1000003, 1)`;
  if (type === "boolean") return `NOT coalesce(${name}, false)`;
  if (type === "jsonb") return `coalesce((${otherLast(`${name}::text`)})::jsonb, '{}')`;
  if (type === "tsvector") return `${name} || 'forged'::tsvector`;
  if (type === "text[]") return `array_append(${name}, 'forged')`;
  const other = `(SELECT enumlabel FROM pg_enum WHERE enumtypid = '${type}'::regtype AND enumlabel IS DISTINCT FROM ${name}::text LIMIT 1)`;
  return `${other}::${type}`;
}

test("every table of the schema is covered, or stands here with the reason why it isn't", () => {
  expect([...Object.keys(COVERED), ...Object.keys(NOT_COVERED)].sort()).toEqual([...TABLES].sort());
});

test("a record that nobody touched has no fault", async () => expect(await faults()).toEqual([]));

const CHECK_VIOLATION = "23514"; // PostgreSQL's error codes

test.each(Object.entries(COVERED))(
  "%s",
  async (table, reasons) => {
    const { rows } = await owner.query<{ column: string; type: string }>(
      `SELECT attname AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = '"${table}"'::regclass AND attnum > 0 AND NOT attisdropped`,
    );
    expect(Object.keys(reasons).filter((name) => !rows.some(({ column }) => column === name))).toEqual([]);
    for (const { column, type } of rows.filter((one) => !(one.column in reasons))) {
      const where = ROW[table] ?? "true";
      const row = `ctid = (SELECT ctid FROM "${table}" WHERE ${where} ORDER BY ctid LIMIT 1)`;
      const change = `UPDATE "${table}" SET "${column}" = ${changed(column, type.replace(/\(\d+\)/, ""))} WHERE ${row}`;
      const before = (await owner.query(`SELECT 1 FROM "${table}" WHERE ${row}`)).rowCount;
      try {
        await owner.query(change);
      } catch (error) {
        // The database itself refuses it, with all triggers off.
        expect([table, column, (error as { code?: string }).code]).toEqual([table, column, CHECK_VIOLATION]);
        continue;
      }
      const named = await countThenRestore(table);
      expect(before).not.toBe("[]");
      expect([table, column, named > 0]).toEqual([table, column, true]);
    }
    expect(await faults()).toEqual([]);
  },
  300_000,
);

test.each(Object.keys(COVERED).filter((table) => table !== "RecordCheck"))(
  "a row of %s that is gone is named",
  async (table) => {
    const where = ROW[table] ?? "true";
    await owner.query(
      `DELETE FROM "${table}" WHERE ctid = (SELECT ctid FROM "${table}" WHERE ${where} ORDER BY ctid DESC LIMIT 1)`,
    );
    const named = await countThenRestore(table);
    expect([table, named > 0]).toEqual([table, true]);
  },
  60_000,
);

test("a cut-off end of the chain is noticed by the next check, from the database alone, and by the signed heads", async () => {
  const { rows } = await owner.query<{ last: string }>(`SELECT max(sequence) AS last FROM "AuditEvent"`);
  const [last, beforeLast] = [Number(rows[0]?.last), Number(rows[0]?.last) - 1];
  try {
    await owner.query(`DELETE FROM "AuditEvent" WHERE sequence = ${last}`);
    await owner.query(`DELETE FROM "AuditPayload" WHERE sequence = ${last}`);
    const found = await checkRecord(() => new Date(NOW.getTime() + 60_000));
    expect(found?.faults.map(({ kind }) => kind)).toContain("CHECK");
    expect(found?.head.sequence).toBe(beforeLast);
    expect(await verifyHeads(folder)).toContainEqual({ kind: "HEAD", sequence: last });
  } finally {
    for (const table of ["AuditEvent", "AuditPayload", "RecordCheck"]) {
      await owner.query(`DELETE FROM "${table}"`);
      await owner.query(`INSERT INTO "${table}" SELECT * FROM kept."${table}"`);
    }
  }
});
