import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { rowsFound } from "#lib/db/core/found";
import { typedWords } from "#lib/db/core/typed-words";
import { Prisma } from "#lib/db/generated/client";
import { listPart } from "#lib/db/readers/lists";
import type { ClaimChoice } from "#lib/domain/claim-desk";
import { STANCES } from "#lib/domain/claims";
import type { ListPlace } from "#lib/domain/cursors";
import {
  type EvidenceAsked,
  type EvidencePage,
  type EvidenceRow,
  ListedKind,
} from "#lib/domain/evidence-desk";
import { type Question, questionOf } from "#lib/domain/search";
import { toldCopies } from "./evidence-copies";
import { copyView } from "./views";

/** The desk's list of evidence: all that stands, the latest first, narrowed and searched, a part at a time by the key of its rows. */

const ON_A_PAGE = 30;

interface Listed {
  readonly id: string;
  readonly at: Date;
}

export async function evidencePage(asked: EvidenceAsked, place: ListPlace | null): Promise<EvidencePage> {
  const question = questionOf(asked.search);
  const claim = asked.claimId === null ? null : await claimNamed(asked.claimId);
  const isNothing = (asked.search !== "" && question === null) || (asked.claimId !== null && claim === null);
  if (isNothing) return { evidence: [], claim, older: null, newer: null };
  const within = { ...asked, claimId: claim?.id ?? null };
  const { rows, older, newer } = await listPart(place, ON_A_PAGE, (from, take) =>
    question === null
      ? database().$queryRaw<Listed[]>(first(within, from, take))
      : found(within, question, from, take),
  );
  return { evidence: await rowsOf(rows.map(({ id }) => id)), claim, older, newer };
}

/** The claim that this one stands for now. */
async function claimNamed(id: string): Promise<ClaimChoice | null> {
  const [claim] = await database().$queryRaw<ClaimChoice[]>`
    SELECT r."id"::text, r."wording" FROM "Claim" c JOIN "Claim" r ON r."id" = c."rootId" WHERE c."id" = ${id}::uuid`;
  return claim ?? null;
}

const STANDS = Prisma.sql`e."removedAt" IS NULL`;

/** The order of the list, and what lies beyond a row of it. */
function orderFrom(from: ListPlace | null) {
  const isBack = from?.way === "before";
  return {
    order: (of: Prisma.Sql) =>
      isBack ? Prisma.sql`${of}."addedAt", ${of}."id"` : Prisma.sql`${of}."addedAt" DESC, ${of}."id" DESC`,
    beyond:
      from === null
        ? []
        : [
            Prisma.sql`(e."addedAt", e."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
              (${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`,
          ],
  };
}

const E = Prisma.sql`e`;
const PART = Prisma.sql`part`;

/**
 * The first rows of the narrowed list. The indexes have the order of the list within a stance and a kind: so what isn't said of these is asked for by each of its
 * values, nine parts at most, and the parts are read as one list. PostgreSQL takes a stance and a kind to be independent: in an index of the list's order alone it
 * would look for what is rare together past everything.
 */
function first(asked: EvidenceAsked, from: ListPlace | null, take: number): Prisma.Sql {
  const { order, beyond } = orderFrom(from);
  const branches = wheresOf(asked).map(
    (where) => Prisma.sql`(SELECT e."id", e."addedAt" FROM "Evidence" e
      WHERE ${Prisma.join([STANDS, ...where, ...beyond], " AND ")} ORDER BY ${order(E)} LIMIT ${take})`,
  );
  return Prisma.sql`SELECT part."id"::text, part."addedAt" AS "at" FROM (${Prisma.join(branches, " UNION ALL ")}) part
    ORDER BY ${order(PART)} LIMIT ${take}`;
}

/** What each part of the list has: together they are all of it. */
function wheresOf({ site, stance, kind, claimId }: EvidenceAsked): Prisma.Sql[][] {
  if (claimId !== null) return [narrowed({ site, stance, kind, claimId })];
  const stances = stance === null ? STANCES : [stance];
  const kinds = kind === null ? ListedKind.options : [kind];
  return stances.flatMap((one) =>
    kinds.map((other) => narrowed({ site, stance: one, kind: other, claimId })),
  );
}

function narrowed({ site, stance, kind, claimId }: Omit<EvidenceAsked, "search">): Prisma.Sql[] {
  return [
    ...(site === null ? [] : [Prisma.sql`evidence_site(e."url") = ${site}`]),
    ...(stance === null ? [] : [Prisma.sql`e."stance" = ${stance}::"Stance"`]),
    ...(kind === null ? [] : [Prisma.sql`evidence_kind(e."sourceKind") = ${kind}`]),
    ...(claimId === null
      ? []
      : [Prisma.sql`e."claimId" IN (SELECT m."id" FROM "Claim" m WHERE m."rootId" = ${claimId}::uuid)`]),
  ];
}

/** Those that hold what was typed. */
function found(
  asked: EvidenceAsked,
  question: Question,
  from: ListPlace | null,
  take: number,
): Promise<Listed[]> {
  const { order, beyond } = orderFrom(from);
  const holds = Prisma.sql`evidence_words(e."title", e."quote", e."url") @@ ${typedWords(question)}`;
  return rowsFound<Listed>({
    along: (far) => Prisma.sql`
      SELECT e."id"::text, e."addedAt" AS "at" FROM (${first(asked, from, far)}) near
      JOIN "Evidence" e ON e."id" = near."id"::uuid WHERE ${holds} ORDER BY ${order(E)} LIMIT ${take}`,
    byIndex: Prisma.sql`
      SELECT e."id"::text, e."addedAt" AS "at" FROM "Evidence" e
      WHERE ${Prisma.join([STANDS, holds, ...narrowed(asked), ...beyond], " AND ")}
      ORDER BY ${order(E)} LIMIT ${take}`,
    take,
    isRare: asked.claimId !== null,
  });
}

/** In the order of the ids. */
async function rowsOf(ids: readonly string[]): Promise<EvidenceRow[]> {
  const [rows, copies] = await Promise.all([
    database().evidence.findMany({
      where: { id: { in: [...ids] } },
      include: {
        addedBy: { select: { name: true } },
        watch: { select: { trouble: true, saidAt: true } },
        claim: { select: { root: { select: { id: true, wording: true } } } },
      },
    }),
    toldCopies(ids),
  ]);
  const sites = await sitesOf(ids);
  const shown = new Map(
    rows.map(({ claim, watch, addedBy, addedAt, publishedAt, fileSha256, ...row }): [string, EvidenceRow] => [
      row.id,
      {
        id: row.id,
        title: row.title,
        stance: row.stance,
        sourceKind: row.sourceKind,
        url: row.url,
        site: sites.get(row.id) ?? null,
        archivedUrl: row.archivedUrl,
        publisher: row.publisher,
        publishedAt: calendarDate(publishedAt),
        quote: row.quote,
        isFile: fileSha256 !== null,
        claim: claim.root,
        copy: copyView(copies.get(row.id) ?? []).kept,
        trouble: watch?.saidAt ? watch.trouble : null,
        addedBy: addedBy.name,
        addedAt: addedAt.toISOString(),
      },
    ]),
  );
  return ids.flatMap((id) => shown.get(id) ?? []);
}

/** As the index of sites has them. */
async function sitesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await database().$queryRaw<{ id: string; site: string | null }[]>`
    SELECT e."id"::text, evidence_site(e."url") AS "site" FROM "Evidence" e WHERE e."id" = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, site }) => [id, site]));
}
