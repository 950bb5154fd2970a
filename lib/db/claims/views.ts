import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { partsOfVersions } from "#lib/db/articles/parts";
import { pdfPages, toldCopies } from "#lib/db/claims/evidence-copies";
import { watchView } from "#lib/db/claims/lost-evidence";
import { calendarDate, calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import type { Evidence, EvidenceCopy, Verdict } from "#lib/db/generated/client";
import { scaleInForce } from "#lib/db/scale/scale";
import { factsOf, STATEMENT_PARTS } from "#lib/db/statements/rows";
import type { ClaimDesk, EvidenceCopyView, EvidenceView } from "#lib/domain/claim-desk";
import { saidWords } from "#lib/domain/content-pieces";
import { factsIn } from "#lib/domain/page-facts";
import { counts } from "#lib/domain/page-parts";
import { UNFINISHED } from "#lib/domain/review-rules";
import type { ReviewState } from "#lib/domain/reviews";
import { isInForce, type Scale } from "#lib/domain/scale";
import { givenOf, inWords, verdictName } from "#lib/words/verdicts";
import { givenIn, scaledVerdict } from "./verdicts";

/** The parts of a claim that its desk shows. */

/** `members` are the claim and all that were merged into it. */
export async function claimMaterial(
  members: readonly string[],
): Promise<Pick<ClaimDesk, "evidence" | "searches">> {
  const where = { claimId: { in: [...members] }, removedAt: null };
  const orderBy = { addedAt: "asc" } as const;
  const [evidence, searches] = await Promise.all([
    database().evidence.findMany({
      where,
      orderBy,
      include: { addedBy: { select: { name: true } }, watch: true },
    }),
    database().searchRecord.findMany({ where, orderBy, include: { by: { select: { name: true } } } }),
  ]);
  const copies = await toldCopies(evidence.map(({ id }) => id));
  return {
    evidence: evidence.map(
      ({ id, stance, title, url, archivedUrl, sourceKind, publisher, quote, note, ...row }) => ({
        id,
        stance,
        title,
        url,
        archivedUrl,
        sourceKind,
        publisher,
        quote,
        note,
        file: fileView(row),
        copy: url === null && row.fileSha256 === null ? null : copyView(copies.get(id) ?? []),
        watch: row.watch && watchView(row.watch),
        publishedAt: calendarDate(row.publishedAt),
        addedByName: row.addedBy.name,
        addedAt: row.addedAt.toISOString(),
      }),
    ),
    searches: searches.map(({ id, lookedFor, place, searchedAt, by }) => ({
      id,
      lookedFor,
      place,
      searchedAt: calendarDay(searchedAt),
      byName: by.name,
    })),
  };
}

function fileView({
  fileSha256,
  fileName,
  cameFrom,
}: Pick<Evidence, "fileSha256" | "fileName" | "cameFrom">): EvidenceView["file"] {
  return fileSha256 === null ? null : { name: fileName ?? "", sha256: fileSha256, cameFrom: cameFrom ?? "" };
}

/** `copies` come the latest first. */
export function copyView(copies: readonly EvidenceCopy[]): EvidenceCopyView {
  const [latest] = copies;
  const kept = copies.find(({ snapshotSha256 }) => snapshotSha256 !== null);
  return {
    kept:
      kept?.endedAt && kept.quote !== null
        ? { at: kept.endedAt.toISOString(), quote: kept.quote, pages: pdfPages(kept), unread: kept.unread }
        : null,
    asked:
      latest === undefined || latest === kept
        ? null
        : { isWaiting: latest.endedAt === null, message: latest.message },
  };
}

/** The verdict of the review that is shown, and those before it, the latest first. */
export async function claimVerdicts(
  claimId: string,
  reviewId: string | null,
): Promise<Pick<ClaimDesk, "verdict" | "earlierVerdicts" | "scale">> {
  const rows = await database().verdict.findMany({
    where: { claimId },
    orderBy: { createdAt: "desc" },
    include: { review: { select: { state: true } } },
  });
  const shown = rows.find((row) => row.reviewId === reviewId);
  const scale = await scaleInForce();
  return {
    verdict: shown ? await verdictView(shown, scale) : null,
    scale: scale.codes.map(({ code, word, definition }) => ({
      code,
      name: inWords(word),
      definition: inWords(definition),
    })),
    earlierVerdicts: rows
      // NORMAL is a verdict that was never published.
      .filter((row) => row !== shown && row.rank !== "NORMAL")
      .map((row) => ({
        name: verdictName({ code: row.code, scale: givenIn(row) ?? undefined }),
        rank: row.rank,
        explanation: row.explanation,
        at: row.createdAt.toISOString(),
      })),
  };
}

async function verdictView(
  row: Verdict & { readonly review: { readonly state: ReviewState } },
  scale: Scale,
): Promise<ClaimDesk["verdict"]> {
  const { word, definition, meaning } = givenOf(await scaledVerdict(database(), row, row.review.state));
  return {
    id: row.id,
    code: row.code,
    name: inWords(word),
    definition: inWords(definition),
    meaning,
    isInForce: isInForce(scale, row.code),
    explanation: row.explanation,
    revision: row.revision,
  };
}

/** Where the claim was made, one row for each place on a page: an open review's words stand before the published ones. */
export async function claimAppearances(
  members: readonly string[],
  personId: string,
): Promise<ClaimDesk["appearances"]> {
  const rows = await database().statement.findMany({
    where: {
      claimId: { in: [...members] },
      removedAt: null,
      review: { state: { in: [...UNFINISHED, "PUBLISHED"] } },
    },
    include: {
      ...STATEMENT_PARTS,
      version: { select: SAID },
      review: { select: { state: true, createdAt: true, writers: { select: { userId: true } } } },
    },
  });
  const parts = await partsOfVersions(
    database(),
    rows.map(({ versionId }) => versionId),
  );
  // What a page's corrected parts set aside is said on no page.
  const said = rows.filter((row) => counts(parts.get(row.versionId) ?? { segments: [] }, row));
  const places = new Map<string, (typeof rows)[number]>();
  for (const row of said.sort((a, b) => Number(a.review.createdAt) - Number(b.review.createdAt))) {
    places.set(`${row.versionId} ${row.start} ${row.end}`, row);
  }
  const shown = [...places.values()];
  const facts = await factsOfVersions(
    database(),
    shown.map(({ version }) => version),
  );
  return shown.map((row, i) => ({
    statementId: row.id,
    revision: row.revision,
    mayPart:
      ["DRAFT", "RETURNED"].includes(row.review.state) &&
      row.review.writers.some(({ userId }) => userId === personId),
    versionId: row.versionId,
    articleTitle: factsIn(facts[i] ?? []).TITLE,
    exact: saidWords(factsOf(row)),
    label: row.label,
    reviewState: row.review.state,
    prediction: factsOf(row).prediction,
  }));
}

/** Readers can open a claim without a verdict too, where a page that they can see makes it. */
export async function isOnPublishedPage(claimId: string): Promise<boolean> {
  const place = await database().standingStatement.findFirst({
    where: { claimId },
    select: { number: true },
  });
  return place !== null;
}
