import { database } from "#lib/db/core/client";
import { type ModelLedger, type ModelRequestView, type ModelUse, monthOf } from "#lib/domain/proposals";
import { ProposalUse, RequestFault } from "#lib/domain/proposals-shapes";
import { spentIn } from "./requests";

/** The ledger of the language model, as admins see it. */

const REQUESTS_SHOWN = 50;

interface UseRow {
  /** Of the use or the person. */
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly refused: number;
  readonly tokens: number;
  readonly cost: number;
}
interface FateRow {
  readonly key: string;
  readonly fate: keyof ModelUse["fates"];
  readonly count: number;
}

/** This month by use and by person, and the requests from before `before` on, the latest first. */
export async function modelLedger(now: Date, before: string | null): Promise<ModelLedger> {
  const month = monthOf(now);
  const [spent, byUse, byPerson, rows] = await Promise.all([
    spentIn(month),
    usesBy("use", month),
    usesBy("person", month),
    requestsBefore(before),
  ]);
  const shown = rows.slice(0, REQUESTS_SHOWN);
  return {
    spent,
    byUse: byUse.map(({ key, name: _, ...use }) => ({ ...use, use: ProposalUse.parse(key) })),
    byPerson: byPerson.map(({ key, ...use }) => ({ ...use, id: key })),
    requests: shown,
    before: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What was asked for since the beginning of a month, and what became of it: by use, or by who asked. */
async function usesBy(
  by: "use" | "person",
  month: Date,
): Promise<(ModelUse & Pick<UseRow, "key" | "name">)[]> {
  const isUse = by === "use";
  const rows = await database().$queryRaw<UseRow[]>`
    SELECT CASE WHEN ${isUse} THEN r."use"::text ELSE r."askedById"::text END AS key, max(u."name") AS name, count(*)::int AS asked,
      count(*) FILTER (WHERE r."outcome" = 'ANSWERED')::int AS answered,
      count(*) FILTER (WHERE r."outcome" IN ('ASKED', 'FAILED', 'CANCELLED'))::int AS failed,
      count(*) FILTER (WHERE r."outcome" = 'REFUSED')::int AS refused,
      sum(r."tokens")::float8 AS tokens, sum(r."cost")::float8 AS cost
    FROM "ModelRequest" r JOIN "User" u ON u."id" = r."askedById"
    WHERE r."at" >= ${month}::timestamptz
    GROUP BY 1 ORDER BY 2, 1`;
  const fates = await database().$queryRaw<FateRow[]>`
    SELECT CASE WHEN ${isUse} THEN r."use"::text ELSE r."askedById"::text END AS key,
      became."fate", count(*)::int AS count
    FROM "ModelRequest" r CROSS JOIN LATERAL (
      SELECT coalesce(p."fate"::text, 'OPEN') AS fate FROM "Proposal" p WHERE p."requestId" = r."id"
      UNION ALL
      -- Statements are decided on as any suggestion is: by the latest decision that stands.
      SELECT CASE d."kind" WHEN 'REJECTED' THEN 'REJECTED' WHEN 'ACCEPTED' THEN CASE WHEN t."revision" > 1 THEN 'CHANGED' ELSE 'TAKEN' END ELSE 'OPEN' END
      FROM "MarkFile" f JOIN "Suggestion" s ON s."markFileId" = f."id"
      LEFT JOIN LATERAL (
        SELECT * FROM "SuggestionDecision" d WHERE d."suggestionId" = s."id" AND d."undoneAt" IS NULL ORDER BY d."decidedAt" DESC LIMIT 1
      ) d ON true
      LEFT JOIN "Statement" t ON t."id" = d."statementId"
      WHERE f."requestId" = r."id"
    ) became
    WHERE r."at" >= ${month}::timestamptz GROUP BY 1, 2`;
  return rows.map((row) => ({ ...row, fates: fatesOf(fates.filter(({ key }) => key === row.key)) }));
}

function fatesOf(rows: readonly FateRow[]): ModelUse["fates"] {
  const none = { OPEN: 0, CHOSEN: 0, TAKEN: 0, CHANGED: 0, REJECTED: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ fate, count }) => [fate, count])) };
}

async function requestsBefore(before: string | null): Promise<ModelRequestView[]> {
  const rows = await database().modelRequest.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: "desc" },
    take: REQUESTS_SHOWN + 1,
    include: { askedBy: { select: { name: true } } },
  });
  return rows.map(({ at, askedBy, askedById: _, fault, cost, refused: __, ...row }) => ({
    ...row,
    at: at.toISOString(),
    byName: askedBy.name,
    fault: fault === null ? null : RequestFault.parse(fault),
    cost: Number(cost),
  }));
}
