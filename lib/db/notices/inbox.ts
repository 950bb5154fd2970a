import { z } from "zod";
import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { claimsReadBlindBy, readBlindAmong } from "#lib/db/readings/readings";
import { peopleToName } from "#lib/db/threads/threads";
import { webhookHosts } from "#lib/db/webhooks/webhooks";
import type { Actor } from "#lib/domain/actor";
import { type TimeCursor, timeCursor } from "#lib/domain/cursors";
import { type Named, partsOfComment, plainComment } from "#lib/domain/mentions";
import { Mention } from "#lib/domain/mentions-shapes";
import { type Inbox, NOTICES_ON_A_PAGE, type NoticeView } from "#lib/domain/notices";
import { factsIn } from "#lib/domain/page-facts";
import { threadHref } from "#lib/domain/threads";
import * as words from "#lib/words";
import { countUnread } from "./notices";

/** The inbox: the latest notices first, each with what it is about as that stands now. */

const VERSION = { select: { ...SAID, id: true } } as const;
const CLAIM = { select: { root: { select: { id: true, wording: true } } } } as const;
const NOTICE = {
  by: { select: { name: true } },
  comment: { include: { thread: { select: { id: true, version: VERSION, claim: CLAIM } } } },
  review: { select: { id: true, version: VERSION, claim: CLAIM } },
  evidence: { select: { title: true, removedAt: true, claim: CLAIM } },
  reading: { select: { id: true, version: VERSION } },
  statement: { select: { id: true, exact: true } },
} as const satisfies Prisma.NoticeInclude;
type Row = Prisma.NoticeGetPayload<{ include: typeof NOTICE }>;

/** What came to somebody, from a place of the list on. */
export async function inboxOf(actor: Actor, after: TimeCursor | null): Promise<Inbox> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND ("at", "id") < (${after.at}::timestamptz, ${after.id}::uuid)`;
  // By both, so that a part further on costs no more than the first.
  const ids = await database().$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Notice" WHERE "personId" = ${actor.id}::uuid ${from}
    ORDER BY "at" DESC, "id" DESC LIMIT ${NOTICES_ON_A_PAGE + 1}`;
  const found = await database().notice.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: NOTICE,
  });
  const rows = found.slice(0, NOTICES_ON_A_PAGE);
  const last = rows.at(-1);
  return {
    notices: await viewsOf(actor, rows),
    after: last !== undefined && found.length > rows.length ? timeCursor(last) : null,
    unread: await countUnread(actor.id),
  };
}

type Version = NonNullable<NonNullable<Row["review"]>["version"]>;

interface Known {
  readonly titles: ReadonlyMap<string, string | null>;
  /** Ids of versions and claims of whose threads this person is shown no word. */
  readonly blind: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, Act>;
  readonly people: ReadonlyMap<string, Named>;
  /** The hosts of webhooks, by their ids. */
  readonly hosts: ReadonlyMap<string, string>;
}

async function viewsOf(actor: Actor, rows: readonly Row[]): Promise<NoticeView[]> {
  const versions = rows.flatMap(
    ({ comment, review, reading }) => comment?.thread.version ?? review?.version ?? reading?.version ?? [],
  );
  const claims = rows.flatMap(({ comment }) => comment?.thread.claim?.root.id ?? []);
  const facts = await factsOfVersions(database(), versions);
  const known: Known = {
    titles: new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? []).TITLE])),
    blind: new Set([
      ...(await blindAmong(versions)),
      ...(await claimsReadBlindBy(database(), actor.id, claims)),
    ]),
    acts: await actsNamed(rows.flatMap(({ actId }) => actId ?? [])),
    people: new Map((await peopleToName(database())).map((person) => [person.id, person])),
    hosts: await webhookHosts(rows.flatMap(({ webhookId }) => webhookId ?? [])),
  };
  return rows.map((row) => viewOf(actor, row, known));
}

/** Those of these versions whose page is read blind now, in whichever version. */
async function blindAmong(versions: readonly Version[]): Promise<ReadonlySet<string>> {
  const named = await database().articleVersion.findMany({
    where: { id: { in: versions.map(({ id }) => id) } },
    select: { id: true, article: { select: { versions: { select: { id: true } } } } },
  });
  const all = named.flatMap(({ article }) => article.versions.map(({ id }) => id));
  const blind = await readBlindAmong(database(), all);
  return new Set(
    named.flatMap(({ id, article }) => (article.versions.some((one) => blind.has(one.id)) ? [id] : [])),
  );
}

interface Act {
  readonly count: number;
  readonly title: string | null;
  /** Of the one page or claim; that of the list where there are several, and where it isn't in the queue any more. */
  readonly href: string;
  readonly isUndone: boolean;
  /** The rule that did it, in words; null where a person did. */
  readonly rule: string | null;
}

const MINE = "/desk?view=mine";

/** What acts on the queue gave, as it stands there. */
async function actsNamed(actIds: readonly string[]): Promise<ReadonlyMap<string, Act>> {
  const rows = await database().queueAct.findMany({
    where: { actId: { in: [...actIds] } },
    select: { actId: true, subjectId: true, undoneAt: true, rule: { select: { name: true } } },
  });
  const byAct = new Map<string, typeof rows>();
  for (const row of rows) byAct.set(row.actId, [...(byAct.get(row.actId) ?? []), row]);
  const single = [...byAct.values()].flatMap((items) =>
    items.length === 1 ? [items[0]?.subjectId ?? ""] : [],
  );
  const items = await database().queueItem.findMany({
    where: { subjectId: { in: single } },
    orderBy: { changedAt: "asc" },
    select: { subjectId: true, kind: true, versionId: true, title: true },
  });
  // Of several versions the latest one.
  const itemOf = new Map(items.map((item) => [item.subjectId, item]));
  return new Map(
    [...byAct].map(([actId, of]) => {
      const item = of.length === 1 ? itemOf.get(of[0]?.subjectId ?? "") : undefined;
      const rule = of[0]?.rule ?? null;
      const isUndone = of.every(({ undoneAt }) => undoneAt !== null);
      return [
        actId,
        {
          count: of.length,
          title: item?.title ?? null,
          href: item === undefined ? MINE : hrefOf(item),
          isUndone,
          rule: rule === null ? null : words.assigning.theRule(rule.name),
        },
      ];
    }),
  );
}

const hrefOf = (item: {
  readonly subjectId: string;
  readonly kind: string;
  readonly versionId: string | null;
}): string =>
  item.kind === "CLAIM" || item.versionId === null
    ? `/desk/claims/${item.subjectId}`
    : `/desk/articles/${item.versionId}`;

const Mentions = z.array(Mention);

function viewOf(actor: Actor, row: Row, known: Known): NoticeView {
  const { id, kind, comment, actId } = row;
  const shared = {
    id,
    kind,
    by: row.by?.name ?? known.acts.get(actId ?? "")?.rule ?? null,
    at: row.at.toISOString(),
    isRead: row.readAt !== null,
  };
  const untold = toldByNobody(row, known);
  if (untold !== null) return { ...shared, count: 1, words: null, isTakenBack: false, ...untold };
  const act = actId === null ? undefined : known.acts.get(actId);
  if (act !== undefined) {
    return {
      ...shared,
      title: act.title,
      count: act.count,
      words: null,
      isTakenBack: act.isUndone,
      href: act.href,
    };
  }
  const place = comment?.thread ?? row.review;
  const claim = place?.claim?.root ?? null;
  const version = place?.version ?? null;
  const title = claim?.wording ?? (version === null ? null : (known.titles.get(version.id) ?? null));
  const at = claim === null ? { versionId: version?.id ?? "" } : { claimId: claim.id };
  const about = { ...shared, title, count: 1 };
  if (comment === null) {
    const href = claim === null ? `/desk/articles/${version?.id ?? ""}` : `/desk/claims/${claim.id}`;
    return { ...about, words: null, isTakenBack: false, href };
  }
  const isTakenBack = comment.takenBackAt !== null;
  const isHidden = isTakenBack || known.blind.has(claim?.id ?? version?.id ?? "");
  const parts = partsOfComment(comment.body, Mentions.parse(comment.mentions), known.people, actor.id);
  return {
    ...about,
    words: isHidden ? null : plainComment(parts),
    isTakenBack,
    href: threadHref(at, comment.thread.id),
  };
}

/** What no act of a person told: a webhook, evidence, a reading that waits, a promise. Null for all others. */
function toldByNobody(
  { webhookId, evidence, reading, statement }: Row,
  { hosts, titles }: Known,
): (Pick<NoticeView, "title" | "href"> & Partial<Pick<NoticeView, "isTakenBack">>) | null {
  if (webhookId !== null) {
    const title = hosts.get(webhookId) ?? null;
    return { title, href: title === null ? "/admin/webhooks" : `/admin/webhooks/${webhookId}` };
  }
  if (evidence !== null) {
    const { title, removedAt, claim } = evidence;
    return { title, href: `/desk/claims/${claim.root.id}#evidence`, isTakenBack: removedAt !== null };
  }
  if (reading !== null)
    return { title: titles.get(reading.version.id) ?? null, href: `/desk/readings/${reading.id}` };
  if (statement !== null) return { title: statement.exact, href: `/desk/promises/${statement.id}` };
  return null;
}
