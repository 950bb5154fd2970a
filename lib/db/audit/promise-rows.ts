import type { Tx } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import { NO_DUE_DAY, NO_SAID_DAY } from "#lib/domain/promise-ledger";
import { PublicationContent } from "#lib/domain/publications";

/**
 * Does the ledger hold the promises that were published, and no others? The database takes them out of the JSON by itself (migration
 * `promise_ledger_guards`); here they are taken from parsed content, and compared. How a name and a word are folded is told by the database alone.
 */

/** As many characters of a promise, with who made it and where, are searched. */
const SEARCHED = 20_000;

interface Row {
  readonly publicationId: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly dueFrom: string | null;
  readonly due: string;
  readonly fate: string;
  readonly publisher: string | null;
  readonly speaker: string | null;
  readonly text: string;
  readonly day: string;
  readonly template: string | null;
}

/** The rows that a publication which stands has to have. */
function rowsOf({ id, publishedAt, content }: Publication): Row[] {
  const page = PublicationContent.safeParse(content).data;
  if (page?.kind !== "ARTICLE") return [];
  const { publisher } = page.article;
  return page.statements.flatMap(({ number, exact, speaker, prediction, post, template }) => {
    if (prediction === null) return [];
    const { dueFrom, dueTo, outcome } = prediction;
    const isDated = dueFrom !== null && dueTo !== null;
    return [
      {
        publicationId: id,
        number,
        publishedAt: publishedAt.toISOString(),
        dueFrom: isDated ? dueFrom : null,
        due: isDated ? dueTo : NO_DUE_DAY,
        fate: outcome?.result ?? "WAITS",
        publisher,
        speaker: speaker?.name ?? null,
        text: [exact, speaker?.name ?? null, publisher].filter((part) => part !== null).join("\n"),
        day: page.posts[post]?.date ?? NO_SAID_DAY,
        template: template?.key ?? null,
      },
    ];
  });
}

/** Of the publications `ids`, of which `standing` stand: those whose promises, as the ledger has them, aren't the published ones. */
export async function wronglyPromised(
  tx: Tx,
  standing: readonly Publication[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = standing.flatMap(rowsOf);
  const wrong = await tx.$queryRaw<{ id: string }[]>`
    WITH made AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one("publicationId" uuid, number int,
        "publishedAt" timestamptz, "dueFrom" date, due date, fate "PromiseFate", publisher text, speaker text, text text, day date, template text)
    ), kept AS (
      SELECT * FROM "StandingPromise" WHERE "publicationId" = ANY (${[...ids]}::uuid[])
    )
    SELECT DISTINCT "publicationId" AS id FROM kept FULL JOIN made USING ("publicationId", number)
    WHERE (kept."publishedAt", kept."dueFrom", kept.due, kept.fate, kept.publisher, kept.speaker, kept.words,
        kept.day, kept.template) IS DISTINCT FROM
      (made."publishedAt", made."dueFrom", made.due, made.fate, promise_name(made.publisher), promise_name(made.speaker),
        CASE WHEN made.text IS NULL THEN NULL ELSE search_vector(left(made.text, ${SEARCHED})) END,
        made.day, made.template)`;
  return new Set(wrong.map(({ id }) => id));
}
