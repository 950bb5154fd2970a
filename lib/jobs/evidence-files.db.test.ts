import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { evidencePack } from "#lib/api/evidence-pack";
import { verifyRecord } from "#lib/db/audit/verify";
import { claimDesk } from "#lib/db/claims/desk";
import { database } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { publishedClaim } from "#lib/db/readers/published";
import { addEvidence, createClaim, requestEvidenceCopy, writeVerdict } from "#lib/desk/claims";
import { publishReview, submitReview } from "#lib/desk/reviews";
import { at, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { MAX_FILE_BYTES } from "#lib/domain/evidence-files";
import { lines, lockedPdf, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import * as words from "#lib/words";
import { workshop } from "./testing/workshop";

/** Evidence that is a file: kept as it came, looked through by the worker, told to readers by its hash. */

const { site, work } = workshop();
let mara: Actor;
beforeAll(async () => {
  mara = await person("Mara");
});

const QUOTE = "was built in 1931";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const MINUTES = madePdf([
  lines(60, 740, "Minutes of the harbour council"),
  lines(60, 740, "The quay, the council noted, was", "built in 1931 by the town."),
]);
const FROM = "Given to us by the harbour council’s archive";

async function given(bytes: Uint8Array, name: string, more: object = {}) {
  const { claimId, slug } = await createClaim(
    mara,
    { wording: `What document ${randomUUID()} says is so.` },
    at,
  );
  const evidence = {
    claimId,
    stance: "SUPPORTS",
    title: "Minutes of the council",
    quote: QUOTE,
    cameFrom: FROM,
  };
  const dated = { publisher: "The council", publishedAt: "2024-09-01" };
  const { evidenceId } = await addEvidence(
    mara,
    { ...evidence, ...dated, file: { bytes, name }, ...more },
    at,
  );
  return { claimId, slug, evidenceId };
}
const shown = async (claimId: string) => (await claimDesk(mara, claimId))?.evidence[0];

test.each([
  ["minutes.pdf", MINUTES, { quote: "FOUND", pages: { first: 2, last: 2 }, unread: null }],
  ["a PDF called a page.html", MINUTES, { quote: "FOUND", pages: { first: 2, last: 2 }, unread: null }],
  [
    "minutes.txt",
    bytesOf(`The quay ${QUOTE}.\n\nNobody spoke against it.`),
    { quote: "FOUND", pages: null, unread: null },
  ],
  [
    "minutes.html",
    bytesOf(`<html><body><p>The quay ${QUOTE} by the town.</p><script>alert(1)</script></body></html>`),
    { quote: "FOUND", pages: null, unread: null },
  ],
  [
    "other.txt",
    bytesOf("The quay was built by the navy, and nobody knows when that was."),
    { quote: "MISSING", pages: null, unread: null },
  ],
  ["locked.pdf", lockedPdf([[]]), { quote: "NOT_LOOKED_FOR", pages: null, unread: "LOCKED" }],
  ["scan.pdf", madePdf([[]]), { quote: "NOT_LOOKED_FOR", pages: null, unread: "NO_TEXT" }],
])("%s is kept as it came, and looked through without asking anybody", async (name, bytes, look) => {
  const { claimId, evidenceId } = await given(bytes, name);
  expect(await shown(claimId)).toMatchObject({
    url: null,
    file: { name, sha256: sha256(bytes), cameFrom: FROM },
    copy: { kept: null, asked: { isWaiting: true, message: null } },
    watch: null,
  });
  await work();
  expect((await shown(claimId))?.copy).toEqual({ kept: { at: expect.any(String), ...look }, asked: null });
  const copy = await database().evidenceCopy.findFirstOrThrow({
    where: { evidenceId },
    include: { snapshot: true },
  });
  expect(copy).toMatchObject({ snapshotSha256: sha256(bytes), finalUrl: null, status: null });
  expect(Buffer.from(copy.snapshot?.bytes ?? [])).toEqual(Buffer.from(bytes));
  expect(site().asked).toEqual([]);
});

const complaints = words.complaints;
test.each([
  ["an empty file", new Uint8Array(), "a.txt", {}, complaints.emptyFile],
  [
    "a file that is too large",
    new Uint8Array(MAX_FILE_BYTES + 1).fill(65),
    "a.txt",
    {},
    complaints.largeFile,
  ],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), "a.pdf", {}, complaints.otherFile],
  ["an archive", Uint8Array.from([0x50, 0x4b, 3, 4]), "a.txt", {}, complaints.otherFile],
  ["a file with an address", MINUTES, "a.pdf", { url: "https://a.example/" }, complaints.fileAndAddress],
  ["a file from nowhere", MINUTES, "a.pdf", { cameFrom: "" }, complaints.noFileOrigin],
])("%s is refused with what to do, and nothing is kept", async (_, bytes, name, more, why) => {
  const before = [await database().evidence.count(), await database().snapshot.count()];
  await expect(given(bytes, name, more)).rejects.toMatchObject({ code: "invalid_input", message: `${why}.` });
  expect([await database().evidence.count(), await database().snapshot.count()]).toEqual(before);
});

test("where it came from is said of a file alone", async () => {
  const { claimId } = await createClaim(mara, { wording: "It is on paper." }, at);
  await addEvidence(mara, { claimId, stance: "CONTEXT", title: "Paper", cameFrom: "nowhere" }, at);
  expect(await shown(claimId)).toMatchObject({ file: null, copy: null });
  expect(await database().evidence.findFirst({ where: { claimId } })).toMatchObject({ cameFrom: null });
});

test("one file behind two pieces is kept once, and is looked through again where somebody asks", async () => {
  const bytes = bytesOf(`Twice: the quay ${QUOTE}.`);
  const one = await given(bytes, "twice.txt");
  await given(bytes, "twice-again.txt");
  expect(await database().snapshot.count({ where: { sha256: sha256(bytes) } })).toBe(1);
  await work();
  await requestEvidenceCopy(mara, { evidenceId: one.evidenceId }, at);
  await work();
  expect((await shown(one.claimId))?.copy?.kept).toMatchObject({ quote: "FOUND" });
  expect(await database().evidenceCopy.count({ where: { evidenceId: one.evidenceId } })).toBe(2);
});

test("readers, programs and the pack are told of the document by its hash, and nowhere of its name or an address", async () => {
  const { claimId, slug } = await given(MINUTES, "secret-name.pdf");
  await work();
  await writeVerdict(mara, { claimId, code: "SUPPORTED", explanation: "The minutes say so." }, at);
  const review = await database().review.findFirstOrThrow({ where: { claimId } });
  const { revision } = await submitReview(mara, { reviewId: review.id, revision: review.revision }, at);
  await publishReview(await person("Avan"), { reviewId: review.id, revision }, at);
  const own = (await publishedClaim(slug))?.own;
  const document = { sha256: sha256(MINUTES), mediaType: "application/pdf", cameFrom: FROM };
  expect(own?.content.evidence).toMatchObject([{ url: null, document, pdfPages: { first: 2, last: 2 } }]);
  expect(own?.content.evidence[0]).not.toHaveProperty("copyKept");
  expect(JSON.stringify(own)).not.toContain("secret-name");
  await verifyRecord();
  const pack = await evidencePack(slug, {
    origin: "https://onrecord.example",
    today: "2024-10-01",
  });
  const files = JSON.stringify(pack, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value,
  );
  expect(files).toContain(sha256(MINUTES));
  expect(files).not.toContain("secret-name");
  expect((await verifyRecord()).faults).toEqual([]);
});
