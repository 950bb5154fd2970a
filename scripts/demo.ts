/**
 * `npm run demo`: fills an empty database with a small newsroom, through the same verbs that people use. The people and their
 * work are invented; the pages are the sample page and eleven that were written for this product.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { articleDesk } from "#lib/db/articles/desk";
import { SYSTEM } from "#lib/db/audit/audit";
import { claimDesk } from "#lib/db/claims/desk";
import { disconnect } from "#lib/db/core/client";
import { isEmptyDatabase } from "#lib/db/core/emptiness";
import { importById } from "#lib/db/imports/views";
import { writeAnnotation } from "#lib/desk/annotations";
import { addSearch, createClaim, editClaim, writeVerdict } from "#lib/desk/claims";
import { requestImport } from "#lib/desk/imports";
import { confirmProvenance } from "#lib/desk/provenance";
import { provenancePage } from "#lib/desk/provenance-page";
import { openReview, publishReview, returnReview, submitReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import type { Actor } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import { ingest } from "#lib/ingest";
import { relateWaiting } from "#lib/ingest/provenance";
import { runImport } from "#lib/jobs/tasks";
import { type Account, openAccounts } from "./demo/accounts";
import * as story from "./demo/story";

const PAGES = "lib/pipeline/fixtures/dev-own.jsonl";
const Page = z.object({ id: z.string(), text: z.string() });

/** More than the demo has pages. */
const MOST_RELATED = 50;

const asked = () => ({ now: new Date() });

/** The founding page, taken in as `npm start` does. Returns its version. */
async function foundingPage(): Promise<string> {
  const { versionId } = await ingest(
    {
      bytes: await readFile("seed/page.txt"),
      format: "text",
      mediaType: null,
      url: null,
      publisher: story.FOUNDING_PUBLISHER,
      isSample: true,
      requestedBy: SYSTEM,
    },
    asked(),
  );
  return versionId;
}

/** One page that somebody pastes. Its job is in the queue too, and finds the work done. Returns the version. */
async function pastedPage(by: Actor, text: string, publisher: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const page = { bytes, format: "text", fileName: null, mediaType: null, publisher };
  const { importId } = await requestImport(by, page, asked());
  await runImport(importId, true, new Date());
  const done = await importById(importId);
  if (!done?.versionId) throw new Error(`the page of ${publisher} was refused: ${done?.message}`);
  return done.versionId;
}

async function deskOf(actor: Actor, versionId: string) {
  const desk = await articleDesk(actor, versionId);
  if (desk?.review == null) throw new Error("nobody opened a review of this page");
  return { ...desk, review: desk.review };
}

/** Open a review and accept the first `share` (0 to 1) of the suggestions. Returns the review. */
async function review(writer: Actor, versionId: string, share = 1): Promise<string> {
  const { reviewId } = await openReview(writer, { versionId }, asked());
  const { suggestions } = await deskOf(writer, versionId);
  for (const { id } of suggestions.slice(0, Math.ceil(suggestions.length * share))) {
    await acceptSuggestion(writer, { reviewId, suggestionId: id }, asked());
  }
  return reviewId;
}

async function submit(writer: Actor, reviewId: string): Promise<number> {
  return (await submitReview(writer, { reviewId, revision: 1 }, asked())).revision;
}

async function reviewFoundingPage(writer: Actor, publisher: Actor, versionId: string): Promise<void> {
  const reviewId = await review(writer, versionId);
  const { statements } = await deskOf(writer, versionId);
  const [third, rumour] = [statements[2], statements[15]];
  if (!third || !rumour) throw new Error("the founding page has sixteen statements");
  await writeAnnotation(
    writer,
    { reviewId, statementId: third.id, body: story.MISTRANSLATION, isPublic: true },
    asked(),
  );
  const link = { statementId: rumour.id, statementRevision: rumour.revision };
  const { claimId } = await createClaim(writer, { wording: story.CLAIM, ...link }, asked());
  await publishReview(publisher, { reviewId, revision: await submit(writer, reviewId) }, asked());
  await judge(writer, publisher, claimId);
}

async function judge(writer: Actor, publisher: Actor, claimId: string): Promise<void> {
  const searchedAt = new Date().toISOString().slice(0, 10);
  for (const search of story.SEARCHES) await addSearch(writer, { claimId, ...search, searchedAt }, asked());
  await editClaim(
    writer,
    { claimId, revision: 1, wording: story.CLAIM, unknowns: [...story.UNKNOWNS] },
    asked(),
  );
  await writeVerdict(writer, { claimId, code: "NO_EVIDENCE_FOUND", explanation: story.EXPLANATION }, asked());
  const reviewId = (await claimDesk(writer, claimId))?.review?.id;
  if (reviewId === undefined) throw new Error("a new claim has a review");
  await publishReview(publisher, { reviewId, revision: await submit(writer, reviewId) }, asked());
}

async function publishedPage(writer: Actor, publisher: Actor, versionId: string): Promise<void> {
  const reviewId = await review(writer, versionId);
  await publishReview(publisher, { reviewId, revision: await submit(writer, reviewId) }, asked());
}

/** A report, and a page that has its text from it: found by the machine, confirmed by whoever writes the page. */
async function copiedPage(writer: Actor, publisher: Actor): Promise<void> {
  const report = await pastedPage(writer, story.REPORT, "marsh-wire.example");
  await publishedPage(writer, publisher, report);
  const repost = await pastedPage(writer, story.REPOST, "quay-talk.example");
  await relateWaiting(MOST_RELATED, () => new Date());
  const [edge] = (await provenancePage(repost))?.upstream ?? [];
  if (edge === undefined) throw new Error("the repost is like its report");
  const { id: edgeId, revision, kind } = edge;
  await confirmProvenance(writer, { edgeId, revision, kind }, asked());
  await publishedPage(writer, publisher, repost);
}

async function fill(): Promise<readonly Account[]> {
  const accounts = await openAccounts(new Date());
  const { admin, mara, avan } = accounts;
  await reviewFoundingPage(mara.actor, avan.actor, await foundingPage());
  await copiedPage(mara.actor, avan.actor);
  const readThrough = await pastedPage(mara.actor, story.READ_THROUGH, "dinar-notes.example");
  await publishedPage(mara.actor, avan.actor, readThrough);
  const people = { admin: admin.actor, mara: mara.actor, avan: avan.actor };
  const pages = (await readFile(PAGES, "utf8")).split("\n").filter(Boolean);
  for (const line of pages) {
    const page = Page.parse(JSON.parse(line));
    const plot = story.PLOTS[page.id];
    if (plot === undefined) continue;
    const writer = people[plot.writer];
    const versionId = await pastedPage(writer, page.text, plot.publisher);
    const reviewId = await review(writer, versionId, plot.share);
    if (plot.end === "draft") continue;
    const revision = await submit(writer, reviewId);
    if (!("by" in plot)) continue;
    const other = people[plot.by];
    if (plot.end === "returned")
      await returnReview(other, { reviewId, revision, reason: plot.reason }, asked());
    else await publishReview(other, { reviewId, revision }, asked());
  }
  return [admin, mara, avan];
}

function print(accounts: readonly Account[]): void {
  const longest = Math.max(...accounts.map(({ email }) => email.length));
  console.log(
    "\nThe newsroom is ready. Its people, their searches and their verdict are invented. Sign in as:",
  );
  for (const { email, password, actor } of accounts) {
    console.log(`  ${email.padEnd(longest)}  ${password}  (${actor.name}, ${actor.role.toLowerCase()})`);
  }
}

async function main(): Promise<void> {
  if (!(await isEmptyDatabase())) throw new AppError("conflict", story.NOT_EMPTY);
  print(await fill());
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
