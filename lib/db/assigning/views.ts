import { database } from "#lib/db/core/client";
import type { Prisma } from "#lib/db/generated/client";
import {
  canTake,
  DELETED_SHOWN,
  GIVEN_SHOWN,
  type GivenView,
  isMatching,
  MOST_RULES,
  nextInTurn,
  PAGES_LOOKED_AT,
  type RuleConditions,
  type RuleList,
  type RulePreview,
  type RuleView,
} from "#lib/domain/assigning";
import { pagesOfRules, type RulePage } from "./pages";

/** Rules that give work, as the desk shows them. */

const RULE = {
  feed: { select: { title: true, address: true, unfollowedAt: true } },
  changedBy: { select: { name: true } },
  people: {
    orderBy: [{ place: { sort: "asc", nulls: "last" } }, { personId: "asc" }],
    include: { person: { select: { id: true, name: true, role: true, disabledAt: true } } },
  },
} as const satisfies Prisma.AssigningRuleInclude;
type Row = Prisma.AssigningRuleGetPayload<{ include: typeof RULE }>;

const IN_ORDER = {
  where: { deletedAt: null },
  orderBy: [{ place: "asc" }, { id: "asc" }],
  take: MOST_RULES,
} as const satisfies Prisma.AssigningRuleFindManyArgs;

/** All rules in their order, and those that were deleted last. */
export async function ruleList(): Promise<RuleList> {
  const [rows, deleted] = await Promise.all([
    database().assigningRule.findMany({ ...IN_ORDER, include: RULE }),
    database().assigningRule.findMany({
      where: { deletedAt: { not: null } },
      orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
      take: DELETED_SHOWN,
      select: { id: true, name: true, deletedAt: true },
    }),
  ]);
  return {
    rules: rows.map(ruleView),
    deleted: deleted.flatMap(({ id, name, deletedAt }) =>
      deletedAt === null ? [] : [{ id, name, at: deletedAt.toISOString() }],
    ),
  };
}

/** Null where there is none of this id, and where it was deleted. */
export async function ruleById(id: string): Promise<RuleView | null> {
  const row = await database().assigningRule.findFirst({ where: { id, deletedAt: null }, include: RULE });
  return row === null ? null : ruleView(row);
}

function ruleView({ feed, changedBy, people, changedAt, turn, ...row }: Row): RuleView {
  const { id, name, revision, feedId, publisher, language, missed } = row;
  const inTurn = people.flatMap(({ place, person: { disabledAt, ...person } }) =>
    place === null ? [] : [{ ...person, place, isClosed: disabledAt !== null }],
  );
  const next = nextInTurn(inTurn, turn);
  return {
    id,
    name,
    revision,
    appliesTo: feedId !== null ? "FEED" : publisher !== null ? "PUBLISHER" : "ANY",
    feedId,
    feedName: feed === null ? null : (feed.title ?? feed.address),
    isFeedLeft: feed !== null && feed.unfollowedAt !== null,
    publisher,
    language,
    missed,
    people: people.map(({ place, given, person }) => ({
      id: person.id,
      name: person.name,
      given,
      isFormer: place === null,
      isPassedOver: !canTake({ role: person.role, isClosed: person.disabledAt !== null }),
      isNext: person.id === next?.id,
    })),
    changedBy: changedBy.name,
    changedAt: changedAt.toISOString(),
  };
}

/** What a rule gave, the latest first. */
export async function givenByRule(ruleId: string): Promise<GivenView[]> {
  const acts = await database().queueAct.findMany({
    where: { ruleId },
    orderBy: { actId: "desc" },
    take: GIVEN_SHOWN,
    include: { givenTo: { select: { name: true } } },
  });
  const items = await database().queueItem.findMany({
    where: { subjectId: { in: acts.map(({ subjectId }) => subjectId) } },
    orderBy: { changedAt: "asc" },
    select: { subjectId: true, versionId: true, title: true },
  });
  // Of several versions the latest one.
  const itemOf = new Map(items.map((item) => [item.subjectId, item]));
  return acts.map(({ actId, subjectId, at, undoneAt, givenTo }) => {
    const item = itemOf.get(subjectId);
    return {
      actId,
      title: item?.title ?? null,
      href: item?.versionId == null ? null : `/desk/articles/${item.versionId}`,
      to: givenTo?.name ?? null,
      at: at.toISOString(),
      isUndone: undoneAt !== null,
    };
  });
}

/**
 * Which of the pages that came last a rule would match, and which of those one before it would have given: `ruleId` says where it stands, last where
 * left out. Looks at as many pages as `PAGES_LOOKED_AT`, however many there are.
 */
export async function previewOf(conditions: RuleConditions, ruleId?: string): Promise<RulePreview> {
  const pages = await latestPages();
  const rules = await database().assigningRule.findMany(IN_ORDER);
  const own = rules.findIndex(({ id }) => id === ruleId);
  const before = own < 0 ? rules : rules.slice(0, own);
  return {
    looked: pages.length,
    pages: pages
      .filter((page) => isMatching(conditions, page))
      .map((page) => ({
        versionId: page.versionId,
        title: page.title,
        earlier: before.find((rule) => isMatching(rule, page))?.name ?? null,
      })),
  };
}

/** Their first versions, by the imports that brought them. */
async function latestPages(): Promise<RulePage[]> {
  const articles = await database().article.findMany({
    orderBy: { id: "desc" },
    take: PAGES_LOOKED_AT,
    select: {
      versions: { where: { number: 1 }, select: { id: true } },
      checks: { where: { result: "NEW" }, orderBy: { at: "asc" }, take: 1, select: { importId: true } },
    },
  });
  return pagesOfRules(
    database(),
    articles.flatMap(({ versions, checks }) =>
      versions.map(({ id }) => ({ versionId: id, importId: checks[0]?.importId ?? null })),
    ),
  );
}
