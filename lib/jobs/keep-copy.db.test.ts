import { afterEach, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimDesk } from "#lib/db/claims/desk";
import { endLostCopies, keepCopy, toldCopies } from "#lib/db/claims/evidence-copies";
import { database } from "#lib/db/core/client";
import { publishedClaim } from "#lib/db/readers/published";
import {
  addEvidence,
  createClaim,
  removeEvidence,
  requestEvidenceCopy,
  writeVerdict,
} from "#lib/desk/claims";
import { publishReview, submitReview } from "#lib/desk/reviews";
import { at, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { html, http, moved, type Route } from "#lib/pipeline/fetch/testing/site";
import { lines, lockedPdf, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import * as words from "#lib/words";
import { runCopy } from "./keep-copy";
import { workshop } from "./testing/workshop";

const said = words.evidenceSnapshots;
const { routes, site, settings, addressOf, work } = workshop();
let mara: Actor;
let claimId: string;
beforeAll(async () => {
  mara = await person("Mara");
  ({ claimId } = await createClaim(mara, { wording: "The quay was built in 1931." }, at));
});
afterEach(async () => {
  site().asked.length = 0;
  // Every test meets the site as if for the first time, and an empty queue.
  await database().fetchHost.deleteMany();
  await database().robotsFile.deleteMany();
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await endLostCopies(new Date());
});

const PAGE =
  "<!doctype html><html><head><title>Minutes</title></head><body><p>The quay, the harbour council noted, was built in 1931 by the town.</p><p>Nobody spoke against it, and the meeting ended at nine.</p></body></html>";
const give = async (path: string | null, quote: string | null = "was built in 1931") => {
  const url = path === null ? null : path.startsWith("http") ? path : addressOf(path);
  const evidence = { claimId, stance: "SUPPORTS", title: `Minutes at ${path}`, url, quote };
  return (await addEvidence(mara, evidence, at)).evidenceId;
};
const again = (evidenceId: string, by = mara) => requestEvidenceCopy(by, { evidenceId }, at);
const copyOf = async (id: string) =>
  (await claimDesk(mara, claimId))?.evidence.find((piece) => piece.id === id)?.copy;
const rows = (evidenceId: string) =>
  database().evidenceCopy.findMany({ where: { evidenceId }, orderBy: { id: "asc" } });
const jobs = () =>
  database().$queryRaw<{ task: string; key: string | null }[]>`
    SELECT task_identifier AS task, key FROM graphile_worker.jobs WHERE attempts < max_attempts`;
/** Let every job that waits be due. */
const hurry = () => database().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
const waiting = { kept: null, asked: { isWaiting: true, message: null } };
const failed = (message: unknown) => ({ kept: null, asked: { isWaiting: false, message } });

test("the page is kept as it came, from where it was found, and the quotation found in it", async () => {
  routes.set("/short", moved("/minutes")).set("/minutes", html(PAGE));
  const id = await give("/short");
  expect(await copyOf(id)).toEqual(waiting);
  expect(await jobs()).toEqual([{ task: "copy", key: `evidence:${id}` }]);
  await work();
  expect(await copyOf(id)).toEqual({
    kept: { at: expect.any(String), quote: "FOUND", pages: null, unread: null },
    asked: null,
  });
  const [row] = await database().evidenceCopy.findMany({
    where: { evidenceId: id },
    include: { snapshot: true },
  });
  expect(row).toMatchObject({
    finalUrl: addressOf("/minutes"),
    status: 200,
    mediaType: "text/html; charset=utf-8",
    message: null,
    requestedById: mara.id,
  });
  expect(Buffer.from(row?.snapshot?.bytes ?? []).toString("utf8")).toBe(PAGE);
  const event = await database().auditEvent.findFirst({
    where: { subjectId: `claim:${claimId}`, action: "evidenceCopy.keep" },
    orderBy: { sequence: "desc" },
    include: { payload: true },
  });
  expect(event?.payload?.payload).toMatchObject({ evidenceId: id, snapshotSha256: row?.snapshotSha256 });
  expect((await verifyRecord()).faults).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test.each([
  ["words that aren't there", "was built in 1932", html(PAGE), "MISSING"],
  [
    "a page of scripts alone",
    "was built in 1931",
    html("<script>document.write('was built in 1931')</script>"),
    "NOT_LOOKED_FOR",
  ],
  [
    "bytes that are no text",
    "was built in 1931",
    html(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])),
    "NOT_LOOKED_FOR",
  ],
  ["no quotation", null, html(PAGE), "NOT_LOOKED_FOR"],
])("%s: the copy is kept, and that is said", async (_, quote, route, look) => {
  routes.set("/page", route);
  const id = await give("/page", quote);
  await work();
  expect(await copyOf(id)).toEqual({
    kept: { at: expect.any(String), quote: look, pages: null, unread: null },
    asked: null,
  });
});

const REPORT = madePdf([
  lines(60, 740, "Minutes of the harbour council"),
  lines(60, 740, "The quay, the council noted, was", "built in 1931 by the town."),
]);
test.each([
  ["a PDF", REPORT, "application/pdf", { quote: "FOUND", pages: { first: 2, last: 2 }, unread: null }],
  [
    "a PDF that its server calls a page",
    REPORT,
    "text/html",
    { quote: "FOUND", pages: { first: 2, last: 2 }, unread: null },
  ],
  [
    "a PDF of other words",
    madePdf([lines(60, 740, "Nothing.")]),
    "application/pdf",
    { quote: "MISSING", pages: null, unread: null },
  ],
  ["a scan", madePdf([[]]), "application/pdf", { quote: "NOT_LOOKED_FOR", pages: null, unread: "NO_TEXT" }],
  [
    "a locked PDF",
    lockedPdf([[]]),
    "application/pdf",
    { quote: "NOT_LOOKED_FOR", pages: null, unread: "LOCKED" },
  ],
  [
    "a broken PDF",
    "%PDF-1.7 \0\u0001",
    "application/pdf",
    { quote: "NOT_LOOKED_FOR", pages: null, unread: "BROKEN" },
  ],
])("%s is kept, and what came of looking through it", async (_, bytes, type, look) => {
  routes.set("/report.pdf", http(200, { "content-type": type }, bytes));
  const id = await give("/report.pdf");
  await work();
  expect(await copyOf(id)).toEqual({ kept: { at: expect.any(String), ...look }, asked: null });
});

const robots: Route = http(200, { "content-type": "text/plain" }, "User-agent: *\nDisallow: /");
test.each([
  ["a page that isn't there", http(404, {}), /has no page at this address any more/],
  ["a page that is too large", html("x".repeat(4_300_000)), /larger than 4 MB/],
  [
    "a way into a private network",
    moved("http://169.254.169.254/latest/meta-data/"),
    /not on the public internet/,
  ],
  ["a picture", http(200, { "content-type": "image/png" }, "x"), /has a picture, of which no copy is kept/],
])("%s: why no copy is kept is said, and nobody tries again", async (_, route, why) => {
  routes.set("/page", route);
  const before = await database().snapshot.count();
  const id = await give("/page");
  await work();
  expect(await copyOf(id)).toEqual(failed(expect.stringMatching(why)));
  expect(await database().snapshot.count()).toBe(before);
  expect(await jobs()).toEqual([]);
});

test("a private address is refused before anybody is asked", async () => {
  const id = await give("http://127.0.0.2/minutes");
  await work();
  expect(await copyOf(id)).toEqual(failed(expect.stringMatching(/not on the public internet/)));
  expect(site().asked).toEqual([]);
});

test("a site that asks programs to stay away is left alone", async () => {
  routes.set("/robots.txt", robots).set("/page", html(PAGE));
  const id = await give("/page");
  await work();
  expect(await copyOf(id)).toEqual(failed(expect.stringMatching(/in its robots.txt, not to fetch/)));
  expect(site().asked).toHaveLength(1);
  expect(site().paths()).toEqual([]);
});

const breakingOff: Route = (socket, head) => {
  html(PAGE, { "content-length": 50_000, connection: "close" })(socket, head);
  socket.end();
};
test.each([
  ["a server in trouble", http(503, {})],
  ["an answer that breaks off", breakingOff],
  ["a server that hangs up without a word", ((socket) => socket.destroy()) as Route],
])("%s is tried again by itself, says so, and is given up at last", async (_, route) => {
  routes.set("/robots.txt", http(404, {})).set("/page", route);
  const id = await give("/page");
  for (let tries = 1; tries <= 4; tries += 1) {
    await work();
    expect(await copyOf(id)).toEqual({
      kept: null,
      asked: { isWaiting: true, message: expect.stringMatching(/if it stays so/) },
    });
    expect(await jobs()).toEqual([{ task: "copy", key: `evidence:${id}` }]);
    await database().fetchHost.deleteMany();
    await hurry();
  }
  await work();
  expect(await copyOf(id)).toEqual(failed(expect.stringMatching(/if it stays so/)));
  expect(await jobs()).toEqual([]);
});

test("a copy whose host is busy waits for its turn, and nothing went wrong", async () => {
  routes.set("/page", html(PAGE)).set("/other", html(`${PAGE}\n`));
  const first = await give("/page");
  const second = await give("/other");
  await work();
  expect(await copyOf(first)).toMatchObject({ kept: { quote: "FOUND" } });
  expect(await copyOf(second)).toEqual(waiting);
  expect(await jobs()).toEqual([{ task: "copy", key: `evidence:${second}` }]);
  expect(await rows(second)).toMatchObject([{ attempts: 0 }]);
});

test("an editor tries again: twice is once, and what ended before stays", async () => {
  routes.set("/late", http(404, {}));
  const id = await give("/late");
  await work();
  routes.set("/late", html(PAGE));
  await database().fetchHost.deleteMany();
  await Promise.all([again(id), again(id), again(id)]);
  expect(await copyOf(id)).toEqual(waiting);
  expect(await jobs()).toHaveLength(1);
  await work();
  expect(await rows(id)).toMatchObject([
    { message: expect.stringMatching(/has no page/), snapshotSha256: null },
    { message: null, quote: "FOUND" },
  ]);
  // A later failure takes nothing from what is kept.
  routes.set("/late", http(404, {}));
  await database().fetchHost.deleteMany();
  await again(id);
  await work();
  expect(await copyOf(id)).toMatchObject({ kept: { quote: "FOUND" }, asked: { isWaiting: false } });
});

test("of many copies two are read: the latest, and the latest that was kept", async () => {
  routes.set("/minutes", html(PAGE));
  const [id, other] = [await give("/minutes"), await give("/minutes")];
  await work();
  const [kept] = await rows(id);
  const failing = Array.from({ length: 30 }, (_, i) => ({
    evidenceId: id,
    requestedById: mara.id,
    requestedAt: new Date(at.now.getTime() + (i + 1) * 60_000),
    endedAt: new Date(at.now.getTime() + (i + 2) * 60_000),
    message: `Try ${i}`,
  }));
  await database().evidenceCopy.createMany({ data: failing });
  const told = await toldCopies([id, other]);
  expect(told.get(id)?.map((copy) => copy.message ?? copy.id)).toEqual(["Try 29", kept?.id]);
  expect(told.get(other)).toHaveLength(1);
  expect(await copyOf(id)).toMatchObject({
    kept: { quote: "FOUND" },
    asked: { isWaiting: false, message: "Try 29" },
  });
  expect(await toldCopies([])).toEqual(new Map());
});

test("evidence that is removed while its page waits or is fetched leaves nothing behind", async () => {
  routes.set("/page", html(PAGE));
  const id = await give("/page");
  await removeEvidence(mara, { evidenceId: id }, at);
  expect(await jobs()).toEqual([]);
  expect(await rows(id)).toMatchObject([{ message: said.removed, endedAt: at.now }]);
  await expect(again(id)).rejects.toThrow(words.deskErrors.stale);
  const other = await give("/page");
  const snapshots = await database().snapshot.count();
  routes.set("/page", (socket, head) => {
    void removeEvidence(mara, { evidenceId: other }, at).then(() => html(`${PAGE} `)(socket, head));
  });
  await database().fetchHost.deleteMany();
  await work();
  expect(await rows(other)).toMatchObject([{ message: said.removed, snapshotSha256: null }]);
  expect(await database().snapshot.count()).toBe(snapshots);
  expect(site().paths()).toContain("/page");
});

test("evidence in other words is another piece: each has the copy that was looked through for its own", async () => {
  routes.set("/page", html(PAGE));
  const first = await give("/page", "was built in 1932");
  await removeEvidence(mara, { evidenceId: first }, at);
  const second = await give("/page", "was built in 1931");
  await work();
  expect(await copyOf(second)).toMatchObject({ kept: { quote: "FOUND" } });
  expect(await rows(first)).toMatchObject([{ snapshotSha256: null }]);
});

test("two workers at one copy keep it once, and what ended is never changed", async () => {
  routes.set("/page", html(PAGE));
  const id = await give("/page");
  const turns = new Map([["127.0.0.1", new Date()]]);
  const running = {
    settings: settings(),
    pool: null,
    lookInPdf: null,
    isLastAttempt: false,
    now: () => new Date(),
  };
  await Promise.all([1, 2].map(() => runCopy({ evidenceId: id, turns }, running)));
  const [row, ...others] = await rows(id);
  expect(others).toEqual([]);
  const late = {
    kind: "page",
    bytes: Buffer.from("late"),
    status: 200,
    finalUrl: addressOf("/late"),
  } as const;
  await keepCopy(
    row?.id ?? "",
    { ...late, mediaType: "text/html", etag: null, lastModified: null },
    { quote: "MISSING", pages: null, unread: null },
    new Date(),
  );
  expect(await rows(id)).toEqual([row]);
  expect(
    await database().auditEvent.count({ where: { action: "evidenceCopy.keep", at: row?.endedAt ?? at.now } }),
  ).toBe(1);
});

test("a fault of ours ends with a sentence after the last try; a job that is gone is found out", async () => {
  const id = await give("/page");
  const broken = {
    settings: settings(),
    pool: null,
    lookInPdf: null,
    isLastAttempt: true,
    now: () => new Date(),
  };
  routes.set("/page", html(PAGE));
  const pool = {
    read: () => Promise.reject(new Error("no process")),
    readCut: () => Promise.reject(new Error("no process")),
    readFactChecks: () => Promise.reject(new Error("no process")),
    close: async () => {},
  };
  await expect(runCopy({ evidenceId: id, turns: new Map() }, { ...broken, pool })).rejects.toThrow(
    "no process",
  );
  expect(await copyOf(id)).toEqual(failed(said.gaveUp));
  const lost = await give("/page");
  expect(await endLostCopies(new Date())).toBe(0);
  await database().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
  expect(await endLostCopies(new Date())).toBe(1);
  expect(await copyOf(lost)).toEqual(failed(said.gaveUp));
  await database().fetchHost.deleteMany();
  await again(lost);
  await work();
  expect(await copyOf(lost)).toMatchObject({ kept: { quote: "FOUND" } });
});

test("no address, no copy; and only editors ask for one", async () => {
  const paper = await give(null);
  expect(await copyOf(paper)).toBeNull();
  expect(await jobs()).toEqual([]);
  await expect(again(paper)).rejects.toThrow(said.noAddress);
  const cleo = await person("Cleo", "CONTRIBUTOR");
  const id = await give("/page");
  await expect(again(id, cleo)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(again("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "not_found" });
});

test("readers are told of the copy that was kept when the verdict was published, also of one that came after the hand-in", async () => {
  routes
    .set("/told", html(PAGE))
    .set("/report.pdf", http(200, { "content-type": "application/pdf" }, REPORT));
  const claim = await createClaim(mara, { wording: "The quay was paid for by the harbour." }, at);
  const evidence = {
    claimId: claim.claimId,
    stance: "CONTEXT",
    title: "Minutes",
    url: addressOf("/told"),
    quote: "was built in 1931",
  };
  await addEvidence(mara, { ...evidence, title: "A report", url: addressOf("/report.pdf") }, at);
  await work();
  await database().fetchHost.deleteMany();
  await addEvidence(mara, evidence, at);
  await addEvidence(mara, { ...evidence, title: "A paper without an address", url: null }, at);
  const verdict = { claimId: claim.claimId, code: "UNRESOLVED", explanation: "Nothing settles it." };
  await writeVerdict(mara, verdict, at);
  const review = await database().review.findFirstOrThrow({ where: { claimId: claim.claimId } });
  const handed = await submitReview(mara, { reviewId: review.id, revision: review.revision }, at);
  await work();
  await publishReview(await person("Reader"), { reviewId: review.id, revision: handed.revision }, at);
  const own = (await publishedClaim(claim.slug))?.own;
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(own?.content.evidence.map(({ copyKept }) => copyKept)).toEqual([day, day, undefined]);
  const page = { first: 2, last: 2 };
  expect(own?.content.evidence.map(({ pdfPages }) => pdfPages)).toEqual([page, undefined, undefined]);
  expect((await verifyRecord()).faults).toEqual([]);
});
