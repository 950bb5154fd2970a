import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { articleProof, signedHeads } from "#lib/db/readers/evidence";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { createClaim, writeVerdict } from "#lib/desk/claims";
import { openReview, publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { at, draftReview, NOW, person, publishedReview } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { checkRecord, lastCheck } from "./checks";
import { isSigned, keepHeads, type SignedHead, signerIn, verifyHeads } from "./heads";
import { START, verifyRecord } from "./verify";

/** A newsroom's record of a page, a claim, a correction and a withdrawal; then one byte of it is changed past every guard. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-heads-"));
  db = await freshDatabase();
  mara = await person("Mara");
  avan = await person("Avan");
  await publishedReview(mara, avan);
  const gone = await publishedReview(mara, avan);
  await withdrawReview(avan, { reviewId: gone.reviewId, revision: gone.revision, reason: "Not ours." }, at);
  await publishedClaim();
});
afterAll(async () => {
  await disconnect();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function publishedClaim(): Promise<void> {
  const { reviewId } = await draftReview(mara);
  const statement = await database().statement.findFirstOrThrow({ where: { reviewId } });
  const { claimId } = await createClaim(
    mara,
    { wording: "The quay is wide.", statementId: statement.id, statementRevision: 1 },
    at,
  );
  await writeVerdict(
    mara,
    { claimId, revision: null, code: "UNRESOLVED", explanation: "Nobody has looked." },
    at,
  );
  const review = await database().review.findFirstOrThrow({ where: { claimId } });
  for (const id of [reviewId, review.id]) {
    const { revision } = await database().review.findUniqueOrThrow({ where: { id } });
    const submitted = await submitReview(mara, { reviewId: id, revision }, at);
    await publishReview(avan, { reviewId: id, revision: submitted.revision }, at);
  }
}

/** Runs `check` with the record changed behind the guards' back, and puts it back. */
async function tampered(sql: string, check: () => Promise<void>): Promise<void> {
  const tables = [
    "AuditEvent",
    "AuditPayload",
    "Publication",
    "PublicationClaim",
    "ArticleVersion",
    "Article",
    "Claim",
  ];
  await database().$executeRawUnsafe(`DROP SCHEMA IF EXISTS kept CASCADE`);
  await database().$executeRawUnsafe(`CREATE SCHEMA kept`);
  for (const name of tables) {
    await database().$executeRawUnsafe(`CREATE TABLE kept."${name}" AS SELECT * FROM "${name}"`);
  }
  await past(sql);
  try {
    await check();
  } finally {
    await past(
      ...tables.flatMap((name) => [
        `DELETE FROM "${name}"`,
        `INSERT INTO "${name}" SELECT * FROM kept."${name}"`,
      ]),
    );
  }
}

async function past(...statements: string[]): Promise<void> {
  await database().$transaction([
    database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    ...statements.map((sql) => database().$executeRawUnsafe(sql)),
  ]);
}

test("a record that nobody touched proves itself, from the start and from any point", async () => {
  const whole = await verifyRecord();
  expect(whole).toMatchObject({ faults: [], faultCount: 0, publications: 4 });
  expect(whole.events).toBe(await database().auditEvent.count());
  const middle = await database().auditEvent.findUniqueOrThrow({ where: { sequence: 5n } });
  const rest = await verifyRecord({ sequence: 5, hash: middle.hash });
  expect(rest).toMatchObject({ faults: [], head: whole.head, events: whole.events - 5 });
  expect((await verifyRecord({ sequence: 5, hash: START.hash })).faults).toEqual([
    { kind: "EVENT", sequence: 6 },
  ]);
});

const PUBLISHED = `"id" = (SELECT min("id"::text)::uuid FROM "Publication" WHERE "withdrawnAt" IS NULL)`;
const WITHDRAWN = `"withdrawnAt" IS NOT NULL`;
const CLAIM = `"kind" = 'CLAIM'`;

test.each([
  ["who did it", `UPDATE "AuditEvent" SET "actorId" = "actorId" || '!' WHERE sequence = 3`, "EVENT"],
  [
    "what it was about",
    `UPDATE "AuditEvent" SET "subjectId" = "subjectId" || '!' WHERE sequence = 3`,
    "EVENT",
  ],
  ["when it was", `UPDATE "AuditEvent" SET at = at + interval '1 ms' WHERE sequence = 3`, "EVENT"],
  ["that it happened", `DELETE FROM "AuditEvent" WHERE sequence = 3`, "EVENT"],
  ["what was done", `UPDATE "AuditPayload" SET payload = '{}' WHERE sequence = 3`, "PAYLOAD"],
  ["a payload that is gone", `DELETE FROM "AuditPayload" WHERE sequence = 3`, "PAYLOAD_GONE"],
  ["the salt of a payload", `UPDATE "AuditPayload" SET salt = salt || '0' WHERE sequence = 3`, "PAYLOAD"],
  [
    "the text of a page",
    `UPDATE "ArticleVersion" SET text = overlay(text placing 'X' from 30), "textSha256" = encode(sha256(convert_to(overlay(text placing 'X' from 30), 'UTF8')), 'hex')`,
    "VERSION",
  ],
  [
    "the words that readers see",
    `UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', '"X"') WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "the words and their hash",
    `UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', '"X"'), sha256 = repeat('0', 64) WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "the opposite verdict",
    `UPDATE "Publication" SET content = jsonb_set(content, '{verdict,code}', '"SUPPORTED"') WHERE ${CLAIM}`,
    "PUBLICATION",
  ],
  [
    "who published",
    `UPDATE "Publication" SET "publishedById" = (SELECT id FROM "User" WHERE name = 'Mara') WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "when it was published",
    `UPDATE "Publication" SET "publishedAt" = "publishedAt" + interval '1 ms' WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "a correction that nobody made",
    `UPDATE "Publication" SET correction = 'We were wrong.' WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "a withdrawal that nobody made",
    `UPDATE "Publication" SET "withdrawnAt" = now(), "withdrawnReason" = 'x' WHERE ${PUBLISHED}`,
    "PUBLICATION",
  ],
  [
    "a withdrawal taken back",
    `UPDATE "Publication" SET "withdrawnAt" = NULL, "withdrawnReason" = NULL WHERE ${WITHDRAWN}`,
    "PUBLICATION",
  ],
  [
    "why it was withdrawn",
    `UPDATE "Publication" SET "withdrawnReason" = 'x' WHERE ${WITHDRAWN}`,
    "PUBLICATION",
  ],
  ["the address of a page", `UPDATE "Article" SET slug = slug || 'x'`, "PUBLICATION"],
  ["the address of a claim", `UPDATE "Claim" SET slug = slug || 'x'`, "PUBLICATION"],
  ["a link to a claim", `DELETE FROM "PublicationClaim"`, "PUBLICATION"],
  ["a publication that is gone", `DELETE FROM "Publication" WHERE ${CLAIM}`, "PUBLICATION_GONE"],
])("%s is named when it is changed", async (_, sql, kind) => {
  await tampered(sql, async () => {
    const { faults } = await verifyRecord();
    expect(faults.map((fault) => fault.kind)).toContain(kind);
  });
  expect((await verifyRecord()).faults).toEqual([]);
});

test("broken links are named in their order", async () => {
  await tampered(
    `UPDATE "AuditEvent" SET "actorId" = "actorId" || '!' WHERE sequence IN (4, 9)`,
    async () => {
      expect((await verifyRecord()).faults.slice(0, 2)).toEqual([
        { kind: "EVENT", sequence: 4 },
        { kind: "EVENT", sequence: 9 },
      ]);
    },
  );
});

test("nothing more is done with a page that isn't what was published", async () => {
  const { versionId, reviewId, revision } = await publishedReview(mara, avan);
  const changed = `UPDATE "Publication" SET content = jsonb_set(content, '{article,title}', '"X"') WHERE "reviewId" = '${reviewId}'`;
  await tampered(changed, async () => {
    await expect(openReview(mara, { versionId }, at)).rejects.toThrow(words.recordChecks.unproven);
    await expect(withdrawReview(avan, { reviewId, revision, reason: "x" }, at)).rejects.toThrow(
      words.recordChecks.unproven,
    );
  });
  await expect(openReview(mara, { versionId }, at)).resolves.toMatchObject({ revision: 1 });
});

test("a check is kept, goes on where the last one ended, and finds what was changed before it when it is a day old", async () => {
  let now = NOW;
  const clock = () => now;
  expect(await checkRecord(clock)).toMatchObject({ faultCount: 0 });
  expect(await checkRecord(clock)).toBeNull();
  await publishedReview(mara, avan);
  const more = await checkRecord(clock);
  expect(more?.events).toBeLessThan(await database().auditEvent.count());
  expect(await lastCheck()).toMatchObject({ faultCount: 0, head: more?.head });
  await tampered(`UPDATE "AuditPayload" SET payload = '{}' WHERE sequence = 3`, async () => {
    expect(await checkRecord(clock)).toBeNull();
    now = new Date(NOW.getTime() + 86_400_000);
    expect(await checkRecord(clock)).toMatchObject({ faults: [{ kind: "PAYLOAD", sequence: 3 }] });
  });
  expect(await checkRecord(clock)).toMatchObject({ faultCount: 0 });
});

test("publications are signed one by one and the end of the chain once a day; a cut-off end, a chain written anew and a forged line are named", async () => {
  const heads = await keepHeads(folder, NOW);
  const events = await database().auditEvent.findMany({ orderBy: { sequence: "asc" } });
  const shown = events.filter(({ action }) => action === "review.publish" || action === "review.withdraw");
  expect(heads.map(({ hash }) => hash)).toEqual([
    ...new Set([...shown, ...events.slice(-1)].map(({ hash }) => hash)),
  ]);
  expect(await keepHeads(folder, NOW)).toEqual([]);
  await draftReview(mara);
  expect(await keepHeads(folder, NOW)).toEqual([]);
  const [daily] = await keepHeads(folder, new Date(NOW.getTime() + 86_400_000));
  expect(daily?.sequence).toBe(await database().auditEvent.count());
  expect(await verifyHeads(folder)).toEqual([]);
  const { publicKey } = await signerIn(folder);
  expect(heads.every((head) => isSigned(head, publicKey))).toBe(true);
  expect(isSigned({ ...heads[0], hash: "0".repeat(64) } as SignedHead, publicKey)).toBe(false);

  const last = daily?.sequence ?? 0;
  await tampered(`DELETE FROM "AuditEvent" WHERE sequence >= ${last}`, async () => {
    expect(await verifyHeads(folder)).toEqual([{ kind: "HEAD", sequence: last }]);
  });
  await tampered(`UPDATE "AuditEvent" SET hash = repeat('a', 64) WHERE sequence = ${last}`, async () => {
    expect(await verifyHeads(folder)).toEqual([{ kind: "HEAD", sequence: last }]);
  });
  const file = join(folder, "record-heads.jsonl");
  const kept = readFileSync(file, "utf8");
  writeFileSync(file, kept.replace(/"hash":"[0-9a-f]{64}/, `"hash":"${"0".repeat(64)}`));
  appendFileSync(file, "not a head\n");
  expect((await verifyHeads(folder)).map(({ kind }) => kind)).toEqual(["SIGNATURE", "SIGNATURE", "HEAD"]);
  writeFileSync(file, kept);
});

test("a page's evidence proves it without us: content, hash, payload, event, signature", async () => {
  await publishedReview(mara, avan);
  await keepHeads(folder, NOW);
  const { article } = await database().publication.findFirstOrThrow({
    where: { withdrawnAt: null, kind: "ARTICLE" },
    orderBy: { publishedAt: "desc" },
    select: { article: true },
  });
  const proof = await articleProof(article?.slug ?? "");
  if (proof?.head == null) throw new Error("the publication is signed");
  const { content, sha256: hash, event, head } = proof;
  expect(sha256(canonicalJson(content))).toBe(hash);
  expect(event.payload).toMatchObject({ sha256: hash });
  expect(sha256(event.salt + canonicalJson(event.payload))).toBe(event.payloadHash);
  const { sequence, at: when, actorId, action, subjectId, payloadHash } = event;
  const link = canonicalJson({ sequence, at: when, actorId, action, subjectId, payloadHash });
  expect(sha256(event.previous + link)).toBe(head.hash);
  expect(isSigned(head, head.publicKey)).toBe(true);
  expect(await signedHeads()).toContainEqual(head);
  expect(await articleProof("no-such-page")).toBeNull();
});
