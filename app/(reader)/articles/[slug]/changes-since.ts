import { type SeenPage, type SeenVersion, seenPage, textsSeen } from "#lib/db/readers/page-looks";
import { type StatementsNow, statementsNow } from "#lib/domain/page-looks";
import type { ArticlePublication } from "#lib/domain/publications";
import { spanKey } from "#lib/domain/version-views";
import type { ChangesSince } from "#lib/publish/page-changes";
import { fatesOf, sightingsOf } from "#lib/versions/page-fates";

/** Units of two versions together that are compared while a reader waits. */
const MOST_COMPARED = 300_000;
/** Units of versions between them that are compared to date a change. */
const MOST_DATING = 150_000;

/** What was seen of a published page since it was read, and where its statements stand in what was seen last. */
export async function changesSince(content: ArticlePublication): Promise<ChangesSince> {
  const seen = await seenPage(content);
  return { looks: seen.looks, now: await comparedNow(content, seen) };
}

async function comparedNow(content: ArticlePublication, seen: SeenPage): Promise<StatementsNow | null> {
  const { own, shown, versions, checks } = seen;
  if (own === null || shown === null || own.id === shown.id) return null;
  if (own.textLength + shown.textLength > MOST_COMPARED) return null;
  const known = [own, ...versions.filter(({ id }) => id !== own.id)];
  const fates = await fatesOf(
    own.id,
    content.statements,
    {
      sightings: sightingsOf([...beforeLooks(known, checks), ...checks]),
      links: new Map(
        known.map(({ id, number, fetchedAt }) => [id, { id, number, fetchedAt: fetchedAt.toISOString() }]),
      ),
      lengths: new Map(known.map(({ id, textLength }) => [id, textLength])),
      mostUnits: MOST_DATING,
    },
    textsSeen,
  );
  const statements = content.statements.map((statement) => ({
    ...statement,
    fate: fates[spanKey(statement)] ?? null,
  }));
  return statementsNow(statements, own.engine === shown.engine);
}

/** Of versions that were first seen before the looks that are asked for began, that first time. */
function beforeLooks(versions: readonly SeenVersion[], [first]: SeenPage["checks"]) {
  return versions
    .filter(({ fetchedAt }) => first === undefined || fetchedAt < first.at)
    .toSorted((a, b) => a.fetchedAt.getTime() - b.fetchedAt.getTime())
    .map(({ id, fetchedAt }) => ({ versionId: id, at: fetchedAt }));
}
