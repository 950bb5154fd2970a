import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimDesk } from "#lib/db/claims/desk";
import { startDueLooks } from "#lib/db/claims/evidence-watch";
import { lostCounts, lostEvidence } from "#lib/db/claims/lost-evidence";
import { database } from "#lib/db/core/client";
import { grantPrivileges } from "#lib/db/core/privileges";
import { inboxOf } from "#lib/db/notices/inbox";
import { lostLinks } from "#lib/db/readers/lost-links";
import { publishedClaim } from "#lib/db/readers/published";
import { publicVersion } from "#lib/db/readers/version";
import {
  addEvidence,
  createClaim,
  editClaim,
  removeEvidence,
  requestEvidenceCopy,
  writeVerdict,
} from "#lib/desk/claims";
import { publishReview, submitReview, withdrawReview } from "#lib/desk/reviews";
import { at, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { html, http, type Route } from "#lib/pipeline/fetch/testing/site";
import { lines, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import * as words from "#lib/words";
import { workshop } from "./testing/workshop";

const said = words.evidenceWatch;
const { routes, site, addressOf, url, work } = workshop();
/** The worker's own role: what it may not change, no look may need. */
const ROLE = "onrecord_test_role";
let owner: Client;
let mara: Actor;
let avan: Actor;
beforeAll(async () => {
  await grantPrivileges(url(), ROLE);
  const asRole = new URL(url());
  asRole.searchParams.set("options", `-c role=${ROLE}`);
  process.env.DATABASE_URL = asRole.href;
  owner = new Client({ connectionString: url() });
  await owner.connect();
  mara = await person("Mara");
  avan = await person("Avan");
});
afterAll(() => owner.end());
afterEach(async () => {
  site().asked.length = 0;
  await asIfNew();
  await owner.query(`DELETE FROM graphile_worker._private_jobs`);
  await owner.query(`UPDATE "EvidenceWatch" SET "nextLookAt" = NULL, "saidAt" = NULL`);
});

/** Every look meets the site as if for the first time. */
async function asIfNew() {
  await owner.query(`DELETE FROM "FetchHost"`);
  await owner.query(`DELETE FROM "RobotsFile"`);
}

const QUOTE = "was built in 1931";
const page = (built = QUOTE) =>
  html(
    `<!doctype html><html><head><title>Minutes</title></head><body><p>The quay, the harbour council noted, ${built} by the town.</p><p>Nobody spoke against it, and the meeting ended at nine.</p></body></html>`,
  );
const GONE = http(410, {});

/** Evidence of a claim that somebody works on, its first copy kept. */
async function given(
  path: string,
  { quote = QUOTE, route = page() }: { quote?: string | null; route?: Route } = {},
) {
  routes.set(path, route);
  const { claimId, slug } = await createClaim(mara, { wording: `What ${path} says is so.` }, at);
  const evidence = { claimId, stance: "SUPPORTS", title: `Minutes ${path}`, url: addressOf(path), quote };
  const { evidenceId } = await addEvidence(
    mara,
    { ...evidence, publisher: "The council", publishedAt: "2024-09-01" },
    at,
  );
  await work();
  await asIfNew();
  // It was added long ago.
  await owner.query(
    `UPDATE "EvidenceWatch" SET "nextLookAt" = now() + interval '7 days' WHERE "nextLookAt" < now()`,
  );
  return { claimId, slug, evidenceId };
}
async function published(path: string) {
  const made = await given(path);
  const { claimId } = made;
  await writeVerdict(mara, { claimId, code: "SUPPORTED", explanation: "The minutes say so." }, at);
  const review = await database().review.findFirstOrThrow({ where: { claimId } });
  const { revision } = await submitReview(mara, { reviewId: review.id, revision: review.revision }, at);
  await publishReview(avan, { reviewId: review.id, revision }, at);
  return { ...made, reviewId: review.id };
}
const watchOf = (evidenceId: string) => database().evidenceWatch.findUniqueOrThrow({ where: { evidenceId } });
const due = (evidenceId: string) =>
  owner.query(`UPDATE "EvidenceWatch" SET "nextLookAt" = now() WHERE "evidenceId" = $1`, [evidenceId]);
const begin = () => startDueLooks(new Date(Date.now() + 1000), () => 0);
/** One look after the other, each when it is due. */
async function look(evidenceId: string, times = 1) {
  for (let turn = 0; turn < times; turn += 1) {
    await due(evidenceId);
    expect(await begin()).toBe(1);
    await work();
    await asIfNew();
  }
  return watchOf(evidenceId);
}
const copies = (evidenceId: string) =>
  database().evidenceCopy.findMany({ where: { evidenceId }, orderBy: { id: "asc" } });
const events = async (claimId: string) =>
  (
    await database().auditEvent.findMany({
      where: { subjectId: `claim:${claimId}`, action: { startsWith: "evidenceW" } },
      orderBy: { sequence: "asc" },
    })
  ).map(({ action }) => action);
const jobs = async () =>
  (await owner.query(`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'evidence'`)).rows.map(
    ({ key }) => key,
  );
const daysTo = ({ nextLookAt, lookedAt }: { nextLookAt: Date | null; lookedAt: Date | null }) =>
  Math.floor((Number(nextLookAt) - Number(lookedAt)) / 86_400_000);

test("a page that is as it was is looked at less and less, and is kept once", async () => {
  const { evidenceId, claimId } = await given("/same");
  const first = await watchOf(evidenceId);
  expect([first.trouble, first.wellAt?.getTime(), daysTo(first)]).toEqual([
    null,
    first.lookedAt?.getTime(),
    7,
  ]);
  expect(await begin()).toBe(0);
  // Words beside the quotation may change.
  routes.set("/same", page(`${QUOTE}, people say,`));
  const second = await look(evidenceId);
  expect(second.days).toBe(14);
  expect([14, 15]).toContain(daysTo(second));
  const again = await look(evidenceId);
  expect(again.days).toBe(28);
  expect(again.wellAt).toEqual(again.lookedAt);
  expect(await copies(evidenceId)).toMatchObject([{ requestedById: mara.id }]);
  expect(await events(claimId)).toEqual([]);
  const shown = (await claimDesk(mara, claimId))?.evidence[0]?.watch;
  expect(shown).toEqual({
    lookedAt: again.lookedAt?.toISOString(),
    wellAt: again.wellAt?.toISOString(),
    trouble: null,
  });
});

test("a page that is gone is said at the third look; nothing published changes, and readers are told beside it", async () => {
  const { evidenceId, claimId, slug } = await published("/gone");
  const frozen = await publishedClaim(slug);
  const publication = await database().publication.findFirstOrThrow({
    where: { content: { path: ["claim", "slug"], equals: slug } },
  });
  routes.set("/gone", GONE);
  const { wellAt } = await watchOf(evidenceId);
  const second = await look(evidenceId, 2);
  expect(second).toMatchObject({ trouble: "GONE", looks: 2, saidAt: null, wellAt });
  expect((await lostEvidence("gone", null)).evidence).toEqual([]);
  expect(await lostLinks([evidenceId])).toEqual({});
  const unsaid = await publicVersion();
  const third = await look(evidenceId);
  const told = await publicVersion();
  expect(told.version).not.toBe(unsaid.version);
  expect(third.saidAt).toEqual(third.lookedAt);
  expect(daysTo(third)).toBe(4);
  expect((await verifyRecord()).faults).toEqual([]);
  expect((await lostEvidence("gone", null)).evidence).toEqual([
    {
      id: evidenceId,
      title: "Minutes /gone",
      url: addressOf("/gone"),
      claim: { id: claimId, wording: "What /gone says is so." },
      isPublished: true,
      lookedAt: third.lookedAt?.toISOString(),
      wellAt: wellAt?.toISOString(),
      trouble: {
        kind: "GONE",
        since: second.since?.toISOString(),
        message: expect.stringMatching(/has no page at this address any more/),
        isSaid: true,
      },
    },
  ]);
  // Whoever added it is told once, and not before it is said.
  const mine = (await inboxOf(mara, null)).notices.filter(({ title }) => title === "Minutes /gone");
  expect(mine).toMatchObject([
    {
      kind: "EVIDENCE_LOST",
      by: null,
      isRead: false,
      isTakenBack: false,
      href: `/desk/claims/${claimId}#evidence`,
    },
  ]);
  expect(mine[0]?.at).toBe(third.lookedAt?.toISOString());
  expect(await lostCounts()).toEqual({ gone: 1, changed: 0 });
  expect(await lostLinks([evidenceId])).toEqual({ [evidenceId]: second.since?.toISOString().slice(0, 10) });
  expect(await copies(evidenceId)).toHaveLength(1);
  expect((await publishedClaim(slug))?.own).toEqual(frozen?.own);
  expect(await database().publication.findUnique({ where: { id: publication.id } })).toEqual(publication);
  // More looks say nothing new; the page comes back, and that is said.
  await look(evidenceId);
  expect(await publicVersion()).toEqual(told);
  routes.set("/gone", page());
  expect(await look(evidenceId)).toMatchObject({ trouble: null, looks: 0, saidAt: null, days: 7 });
  expect(await events(claimId)).toEqual(["evidenceWatch.miss", "evidenceWatch.end"]);
  expect(await lostLinks([evidenceId])).toEqual({});
  expect((await publicVersion()).version).not.toBe(told.version);
  expect((await verifyRecord()).faults).toEqual([]);
});

test("a page whose quotation went is kept as it is now, and the copy with the quotation stays what is published", async () => {
  const pdf = (text: string) =>
    http(200, { "content-type": "application/pdf" }, madePdf([lines(60, 740, `The quay ${text}.`)]));
  const { evidenceId, claimId } = await given("/changed", { route: pdf(QUOTE) });
  routes.set("/changed", pdf("was built in 1932"));
  expect(await look(evidenceId, 3)).toMatchObject({ trouble: "CHANGED", message: said.look.missing });
  expect(await copies(evidenceId)).toMatchObject([
    { requestedById: mara.id, quote: "FOUND", firstPage: 1 },
    { requestedById: null, quote: "MISSING", firstPage: null },
  ]);
  expect((await lostEvidence("changed", null)).evidence.map(({ id }) => id)).toEqual([evidenceId]);
  await writeVerdict(mara, { claimId, code: "SUPPORTED", explanation: "The minutes said so." }, at);
  const review = await database().review.findFirstOrThrow({ where: { claimId } });
  const { revision } = await submitReview(mara, { reviewId: review.id, revision: review.revision }, at);
  const { href } = await publishReview(avan, { reviewId: review.id, revision }, at);
  const own = (await publishedClaim(href.replace("/claims/", "")))?.own;
  expect(own?.content.evidence).toMatchObject([{ pdfPages: { first: 1, last: 1 } }]);
  expect((await verifyRecord()).faults).toEqual([]);
});

test("a page that can't be read any more lost its quotation; one that never could didn't", async () => {
  const scripts = html("<script>document.write('was built in 1931')</script>");
  const one = await given("/scripts");
  const other = await given("/always-scripts", { route: scripts });
  const paper = await given("/no-quote", { quote: null, route: scripts });
  routes.set("/scripts", scripts);
  expect(await look(one.evidenceId)).toMatchObject({ trouble: "CHANGED", message: said.look.unreadable });
  expect(await look(other.evidenceId)).toMatchObject({ trouble: null, wellAt: null });
  const third = await look(paper.evidenceId);
  expect(third.wellAt).toEqual(third.lookedAt);
});

const robots: Route = http(200, { "content-type": "text/plain" }, "User-agent: *\nDisallow: /");
test.each([
  ["a server in trouble", http(503, {}), null, "SILENT", /if it stays so/],
  ["a server that hangs up", ((socket) => socket.destroy()) as Route, null, "SILENT", /if it stays so/],
  ["a site that lets nobody in", http(403, {}), null, "REFUSED", /./],
  ["a site that asks programs to stay away", page(), robots, "REFUSED", /in its robots.txt, not to fetch/],
])("%s isn't gone: %#", async (name, route, robotsFile, trouble, why) => {
  const path = `/quiet-${name.replaceAll(" ", "-")}`;
  const { evidenceId } = await given(path);
  routes.set(path, route);
  if (robotsFile !== null) routes.set("/robots.txt", robotsFile);
  else routes.set("/robots.txt", http(404, {}));
  expect(await look(evidenceId, 3)).toMatchObject({ trouble, looks: 3, message: expect.stringMatching(why) });
  expect(await lostCounts()).toEqual({ gone: 0, changed: 0 });
  expect(await lostLinks([evidenceId])).toEqual({});
  const view = trouble === "SILENT" ? "silent" : "refused";
  expect((await lostEvidence(view, null)).evidence).toMatchObject([{ id: evidenceId }]);
});

test("an editor's own look ends what was said where the page is well, and counts for nothing where it isn't", async () => {
  const { evidenceId, claimId } = await given("/asked");
  routes.set("/asked", GONE);
  await look(evidenceId, 2);
  for (let turn = 0; turn < 3; turn += 1) {
    await requestEvidenceCopy(mara, { evidenceId }, at);
    await work();
    await asIfNew();
  }
  expect(await watchOf(evidenceId)).toMatchObject({ looks: 2, saidAt: null });
  await look(evidenceId);
  routes.set("/asked", page());
  await requestEvidenceCopy(mara, { evidenceId }, at);
  await work();
  const after = await watchOf(evidenceId);
  expect(after).toMatchObject({ trouble: null, saidAt: null, days: 7 });
  expect(daysTo(after)).toBe(7);
  expect((await claimDesk(mara, claimId))?.evidence[0]).toMatchObject({
    copy: { asked: null },
    watch: { trouble: null },
  });
});

test("only what readers see or somebody works on is looked at; the rest is asked about again in a week", async () => {
  const { evidenceId, reviewId, claimId } = await published("/withdrawn");
  routes.set("/withdrawn", GONE);
  await look(evidenceId, 3);
  const review = await database().review.findUniqueOrThrow({ where: { id: reviewId } });
  await withdrawReview(
    avan,
    { reviewId, revision: review.revision, reason: "It was about another quay." },
    at,
  );
  await due(evidenceId);
  site().asked.length = 0;
  expect(await begin()).toBe(0);
  await work();
  expect(site().asked).toEqual([]);
  const resting = await watchOf(evidenceId);
  expect(resting).toMatchObject({ trouble: "GONE", saidAt: null });
  expect(Math.round((Number(resting.nextLookAt) - Date.now()) / 86_400_000)).toBe(7);
  expect((await lostEvidence("gone", null)).evidence).toEqual([]);
  // Somebody works on it again.
  await editClaim(mara, { claimId, revision: 1, wording: "What it says is so.", unknowns: [] }, at);
  expect((await look(evidenceId)).saidAt).not.toBeNull();
});

test("evidence that is removed isn't looked at, not even by a look that is under way", async () => {
  const { evidenceId } = await given("/removed");
  await due(evidenceId);
  await begin();
  expect(await jobs()).toEqual([`look:${evidenceId}`]);
  routes.set("/removed", (socket, head) => {
    void removeEvidence(mara, { evidenceId }, at).then(() => GONE(socket, head));
  });
  const before = await watchOf(evidenceId);
  await work();
  expect(await watchOf(evidenceId)).toEqual({ ...before, nextLookAt: null });
  const other = await given("/removed-before");
  await due(other.evidenceId);
  await begin();
  await removeEvidence(mara, { evidenceId: other.evidenceId }, at);
  expect(await jobs()).toEqual([]);
  expect(await begin()).toBe(0);
});

test("two workers begin a look once, a look that was overtaken counts for nothing, and one that was lost is begun anew", async () => {
  const { evidenceId } = await given("/twice");
  await due(evidenceId);
  expect((await Promise.all([begin(), begin(), begin()])).sort()).toEqual([0, 0, 1]);
  const { rows } = await owner.query(`SELECT payload FROM graphile_worker._private_jobs`);
  await work();
  const after = await watchOf(evidenceId);
  await owner.query(`SELECT graphile_worker.add_job('evidence', $1::json)`, [
    JSON.stringify(rows[0]?.payload),
  ]);
  routes.set("/twice", GONE);
  await asIfNew();
  await work();
  expect(await watchOf(evidenceId)).toEqual(after);
  await due(evidenceId);
  await begin();
  await owner.query(`DELETE FROM graphile_worker._private_jobs`);
  const lost = await watchOf(evidenceId);
  expect(await startDueLooks(lost.nextLookAt ?? new Date(0), () => 0)).toBe(1);
});

test("a look that is overtaken while its page is fetched counts for nothing", async () => {
  const { evidenceId } = await given("/overtaken");
  await due(evidenceId);
  await begin();
  routes.set("/overtaken", (socket, head) => {
    const later = `UPDATE "EvidenceWatch" SET "nextLookAt" = now() + interval '3 days' WHERE "evidenceId" = $1`;
    void owner.query(later, [evidenceId]).then(() => GONE(socket, head));
  });
  await work();
  expect(await watchOf(evidenceId)).toMatchObject({ trouble: null, looks: 0 });
});

test("one turn of the clock begins so many looks, the longest waiting first, and a site is asked one after the other", async () => {
  const { claimId, evidenceId } = await given("/many");
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) {
    const evidence = { claimId, stance: "CONTEXT", title: `Part ${n}`, url: addressOf(`/many-${n}`) };
    ids.push((await addEvidence(mara, evidence, at)).evidenceId);
  }
  await owner.query(`DELETE FROM graphile_worker._private_jobs`);
  await owner.query(
    `UPDATE "EvidenceWatch" SET "nextLookAt" = now() - (60 - array_position($1, "evidenceId"::text)) * interval '1 minute' WHERE "evidenceId"::text = ANY($1)`,
    [ids],
  );
  site().asked.length = 0;
  expect(await begin()).toBe(50);
  expect(new Set(await jobs())).toEqual(new Set(ids.slice(0, 50).map((id) => `look:${id}`)));
  await work();
  // The host gave one turn; the others wait for theirs and weren't counted.
  expect(site().paths()).toHaveLength(1);
  expect(await jobs()).toHaveLength(49);
  await owner.query(
    `SELECT graphile_worker.add_job('evidence', json_build_object('evidenceId', $1::text), run_at := now() + interval '1 day') FROM generate_series(1, 151)`,
    [evidenceId],
  );
  expect(await begin()).toBe(0);
});

test("evidence that was there before an upgrade is looked at within a week, and when it was seen well is what its copies say", async () => {
  const { evidenceId } = await given("/upgraded");
  const unread = await given("/upgraded-unread", { route: html("<script></script>") });
  const [kept] = await copies(evidenceId);
  await owner.query(`DELETE FROM "EvidenceWatch"`);
  const migration = readFileSync(
    "prisma/migrations/20261129204501_evidence_watch_guards/migration.sql",
    "utf8",
  );
  await owner.query(migration.slice(migration.indexOf("INSERT INTO")));
  const filled = await watchOf(evidenceId);
  expect(filled).toMatchObject({ days: 7, wellAt: kept?.endedAt, lookedAt: null, trouble: null });
  const wait = Number(filled.nextLookAt) - Date.now();
  expect(wait).toBeGreaterThan(-60_000);
  expect(wait).toBeLessThan(7 * 86_400_000);
  expect(await watchOf(unread.evidenceId)).toMatchObject({ wellAt: null });
});

test("what is due, and each list, is asked by an index", async () => {
  const plan = async (question: string) =>
    JSON.stringify((await owner.query(`EXPLAIN (FORMAT JSON) ${question}`)).rows[0]);
  await owner.query("SET enable_seqscan = off; SET enable_sort = off");
  const { claimId, evidenceId } = await given("/plans");
  await owner.query(
    `INSERT INTO "Evidence" (id, "claimId", stance, title, url, "addedById") SELECT gen_random_uuid(), $1, 'CONTEXT', 'x', 'https://x.example', "addedById"
     FROM "Evidence", generate_series(1, 3000) WHERE id = $2`,
    [claimId, evidenceId],
  );
  await owner.query(
    `INSERT INTO "EvidenceWatch" ("evidenceId", days, "nextLookAt", trouble, looks, since, "lookedAt", message, "saidAt")
     SELECT id, 1, now(), 'GONE', 3, now(), now(), 'x', now() FROM "Evidence" WHERE title = 'x'`,
  );
  await owner.query(`ANALYZE "EvidenceWatch"`);
  expect(
    await plan(
      `SELECT "evidenceId" FROM "EvidenceWatch" WHERE "nextLookAt" <= now() ORDER BY "nextLookAt" LIMIT 50`,
    ),
  ).toMatch(/EvidenceWatch_nextLookAt_idx/);
  const listed = `SELECT * FROM "EvidenceWatch" WHERE trouble = 'GONE' AND "saidAt" IS NOT NULL
    AND ("saidAt", "evidenceId") < (now(), $1) ORDER BY "saidAt" DESC, "evidenceId" DESC LIMIT 21`;
  const asked = await plan(listed.replace("$1", `'${evidenceId}'`));
  expect(asked).toMatch(/EvidenceWatch_trouble_saidAt_evidenceId_idx/);
  expect(asked).not.toMatch(/"Sort"/);
  // A list goes on, and back.
  const first = await lostEvidence("gone", null);
  const second = await lostEvidence("gone", {
    way: "after",
    cursor: { at: new Date(first.older?.split("_")[0] ?? ""), id: first.older?.split("_")[1] ?? "" },
  });
  expect(first.evidence).toHaveLength(20);
  expect(second.evidence).toHaveLength(20);
  expect(new Set([...first.evidence, ...second.evidence].map(({ id }) => id)).size).toBe(40);
  expect(await lostCounts()).toEqual({ gone: 100, changed: 0 });
});
