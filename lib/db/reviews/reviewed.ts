import { z } from "zod";
import { factsOfVersion, factWriters } from "#lib/db/articles/facts";
import { partsOfVersion } from "#lib/db/articles/parts";
import { pdfPages } from "#lib/db/claims/evidence-copies";
import { joinedWithin, membersOf } from "#lib/db/claims/merging";
import { scaledVerdict } from "#lib/db/claims/verdicts";
import { calendarDate, calendarDay } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Evidence, Prisma, Review } from "#lib/db/generated/client";
import { factsOf, STATEMENT_PARTS, type StatementRow, SUGGESTION_PARTS } from "#lib/db/statements/rows";
import { templateChoiceOf } from "#lib/db/statements/template-choices";
import { topicsToPublish } from "#lib/db/topics/tags";
import { Note } from "#lib/domain/analysis";
import { assessmentOf } from "#lib/domain/assessment";
import { factsIn, isCorrected } from "#lib/domain/page-facts";
import { counts, type PageParts, partAt } from "#lib/domain/page-parts";
import { HeldDocument } from "#lib/domain/publications";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** A review as it stands, read to be frozen: what `lib/publish` makes content of. */

type Reviewed = Pick<Review, "id" | "versionId" | "claimId">;

const TITLE_LENGTH = 80;

export async function reviewedArticle(tx: Tx, { id, versionId }: Reviewed) {
  const version = await tx.articleVersion.findUniqueOrThrow({
    where: { id: versionId ?? "" },
    include: {
      article: { include: { publisher: true, _count: { select: { versions: true } } } },
    },
  });
  const { article } = version;
  const held = await factsOfVersion(tx, version);
  const facts = factsIn(held);
  const corrected = held.filter(isCorrected).map(({ fact }) => fact);
  const parts = await partsOfVersion(tx, version.id);
  const said = await tx.statement.findMany({
    where: { reviewId: id, removedAt: null },
    include: STATEMENT_PARTS,
  });
  const rows = said.filter((row) => counts(parts, row));
  return {
    article: {
      id: article.id,
      slug: article.slug,
      title: facts.TITLE ?? firstWords(version.text),
      url: article.url,
      publisher: facts.PUBLISHER,
      author: facts.AUTHOR,
      agency: facts.AGENCY,
      agencyDate: calendarDate(version.agencyDate),
      place: version.place,
      postedAt: facts.DATE,
      language: facts.LANGUAGE,
      ...(corrected.length === 0 ? {} : { corrected }),
      ...(parts.standing.length === 0 ? {} : { parts: parts.standing.map(({ change }) => change) }),
      assessed: assessmentOf({ language: version.language, notes: z.array(Note).parse(version.notes) }),
      direction: version.direction,
      version: version.number,
      fetchedAt: version.fetchedAt.toISOString(),
      versionsSeen: article._count.versions,
      isSample: article.isSample,
    },
    text: version.text,
    publisherKind: await publisherKind(tx, facts.PUBLISHER),
    posts: parts.posts,
    pageWriters: [
      ...(await factWriters(tx, article.id, held)),
      ...parts.standing.map(({ writer }) => writer),
    ],
    statements: rows.map((row) => ({ ...reviewedStatement(row), ...placeOf(parts, row) })),
    ...(await topicsToPublish(tx, id)),
    writers: await writerNames(tx, id),
    claimIds: rows.flatMap(({ claim }) => claim?.root.id ?? []),
  };
}

/** Of which kind the publisher is that is named; null where nobody said, or none is. */
async function publisherKind(tx: Tx, name: string | null) {
  if (name === null) return null;
  return (await tx.publisher.findUnique({ where: { name }, select: { kind: true } }))?.kind ?? null;
}

/** The part and the post that a statement stands in. */
function placeOf(parts: PageParts, row: { readonly start: number }) {
  const part = partAt(parts, row);
  if (part === null) throw new RangeError("a statement that counts stands in no part");
  return { segmentType: part.type, post: part.post };
}

/** What the machine suggested for the version of a review, as if all of it had been accepted. */
export async function suggestedStatements(tx: Tx, versionId: string) {
  const rows = await tx.suggestion.findMany({ where: { versionId }, include: SUGGESTION_PARTS });
  const parts = await partsOfVersion(tx, versionId);
  return rows
    .filter((row) => counts(parts, row))
    .map((row) => ({
      ...factsOf(row),
      id: row.id,
      ...placeOf(parts, row),
      labelReason: null,
      notes: [],
      claim: null,
    }));
}

const signOf = ({ author, createdAt }: StatementRow["annotations"][number]) => ({
  by: author.name,
  on: calendarDay(createdAt),
});

function reviewedStatement(row: StatementRow) {
  const notes = row.annotations.filter(({ isPublic }) => isPublic);
  return {
    ...factsOf(row),
    id: row.id,
    templateChoice: templateChoiceOf(row),
    labelReason: row.labelOverride === null ? null : row.labelReason,
    notes: notes.map(({ body }) => body),
    ...(notes.length === 0 ? {} : { noteSigns: notes.map(signOf) }),
    claim: row.claim && { slug: row.claim.root.slug, wording: row.claim.root.wording },
  };
}

/** What a page without a headline is called: its first words, never cut inside a character. */
function firstWords(text: string): string {
  const [line = ""] = text.trim().split("\n");
  const characters = [...line];
  return characters.length <= TITLE_LENGTH ? line : `${characters.slice(0, TITLE_LENGTH).join("")}…`;
}

/** Throws AppError `invalid_input` where the review has no verdict. */
export async function reviewedClaim(tx: Tx, { id, claimId }: Reviewed) {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId ?? "" } });
  const members = await membersOf(claim.id, tx);
  const joined = await joinedWithin(tx, members, claim.id);
  const material = { where: { claimId: { in: members }, removedAt: null }, orderBy: IN_ORDER };
  const evidence = await tx.evidence.findMany({
    ...material,
    include: { addedBy: { select: { name: true } }, copies: KEPT_COPY },
  });
  const searches = await tx.searchRecord.findMany(material);
  const verdict = await tx.verdict.findUnique({
    where: { reviewId: id },
    include: { review: { select: { state: true } } },
  });
  if (verdict === null) throw new AppError("invalid_input", words.refusals.noVerdict);
  const { slug, wording, unknowns } = claim;
  return {
    claim: { id: claim.id, slug, wording, unknowns },
    ...(joined.length === 0
      ? {}
      : { joined: joined.map(({ slug: address, wording: said }) => ({ slug: address, wording: said })) }),
    verdict: await scaledVerdict(tx, verdict, verdict.review.state),
    evidence: evidence.map(
      ({ publishedAt, addedBy, addedAt, copies: [copy], archivedUrl, sourceKind, ...one }) => ({
        ...one,
        publishedAt: calendarDate(publishedAt),
        ...(archivedUrl === null ? {} : { archivedUrl }),
        ...(sourceKind === null ? {} : { sourceKind }),
        ...(one.note === null ? {} : { noteSign: { by: addedBy.name, on: calendarDay(addedAt) } }),
        ...heldDocument(one),
        ...(copy?.endedAt && one.url !== null ? { copyKept: calendarDay(copy.endedAt) } : {}),
        ...whereInPdf(copy),
      }),
    ),
    searches: searches.map(({ lookedFor, place, searchedAt }) => ({
      lookedFor,
      place,
      searchedAt: calendarDay(searchedAt),
    })),
    ...(await topicsToPublish(tx, id)),
    writers: await writerNames(tx, id),
    claimIds: [claim.id, ...joined.map(({ id: joinedId }) => joinedId)],
  };
}

const IN_ORDER = [{ addedAt: "asc" }, { id: "asc" }] satisfies Prisma.EvidenceOrderByWithRelationInput[];

/** The last copy of the page behind evidence that was kept: of those in which its quotation stands, where there are any. */
const KEPT_COPY = {
  where: { snapshotSha256: { not: null } },
  orderBy: [{ quote: "asc" }, { endedAt: "desc" }, { id: "desc" }],
  take: 1,
  select: { endedAt: true, firstPage: true, lastPage: true },
} satisfies Prisma.Evidence$copiesArgs;

function heldDocument({
  fileSha256,
  fileType,
  cameFrom,
}: Pick<Evidence, "fileSha256" | "fileType" | "cameFrom">) {
  if (fileSha256 === null) return {};
  return { document: HeldDocument.parse({ sha256: fileSha256, mediaType: fileType, cameFrom }) };
}

function whereInPdf(copy: Parameters<typeof pdfPages>[0] | undefined) {
  const pages = copy === undefined ? null : pdfPages(copy);
  return pages === null ? {} : { pdfPages: pages };
}

/** Everybody who wrote part of it, in the order in which they began. */
async function writerNames(tx: Tx, reviewId: string): Promise<string[]> {
  const writers = await tx.reviewWriter.findMany({
    where: { reviewId },
    orderBy: { since: "asc" },
    select: { user: { select: { name: true } } },
  });
  return writers.map(({ user }) => user.name);
}
