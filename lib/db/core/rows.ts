import { Prisma } from "#lib/db/generated/client";
import type { Tx } from "./client";

/**
 * Many rows in one statement, however many they are. The client's own `createMany` costs milliseconds of processor time for
 * each page that is stored and splits what is large, so that the guards run once for each piece; here PostgreSQL reads the
 * rows from one JSON parameter.
 */

type Table =
  | "Publisher"
  | "Article"
  | "ArticleVersion"
  | "Post"
  | "Segment"
  | "Speaker"
  | "Attribution"
  | "AttributionSpan"
  | "Suggestion"
  | "SuggestionAttribution"
  | "Import"
  | "PageCheck"
  | "AuditEvent"
  | "AuditPayload";

type Row = Readonly<Record<string, unknown>>;

/**
 * Insert `rows` in their order. Every row has the columns of the first; a column that is left out takes its default. A Date is
 * a moment, null is SQL's null (in a JSON column too), a list goes into a column of lists or of JSON, and any other object into one of JSON. `skipExisting` leaves
 * out what is there already.
 */
export async function insertRows(
  tx: Tx,
  table: Table,
  rows: readonly Row[],
  { skipExisting = false }: { readonly skipExisting?: boolean } = {},
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const name = Prisma.raw(`"${table}"`);
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(", "),
  );
  const otherwise = Prisma.raw(skipExisting ? "ON CONFLICT DO NOTHING" : "");
  await tx.$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${storableJson(rows)}::json) ${otherwise}`;
}

/** Escapes of what PostgreSQL can't store: U+0000, and halves of characters. */
const SUSPECT = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** As JSON. What no text in the database can hold becomes U+FFFD, as it does where text is sent by itself. */
function storableJson(rows: readonly Row[]): string {
  const json = JSON.stringify(rows);
  if (!SUSPECT.test(json)) return json;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\uFFFD") : value,
  );
}
