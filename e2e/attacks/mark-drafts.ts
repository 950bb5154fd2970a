import { Client } from "pg";

/**
 * Writes a word behind every text that isn't published: in every column of every table but those that hold what readers get. Whatever people typed into any
 * form, published or not, stands in such a column; what readers see may come from a publication alone.
 */

/** What was published, what stands of it, and the history: all that readers get. */
const PUBLISHED = /^(Publication|PublicationClaim|Standing|Track|Audit|Record)|^_prisma/;

/** What no person types: addresses of published things, keys, hashes, and what programs tell one another. */
const NOT_TYPED =
  /^id$|[Ii]d$|slug$|hash$|Hash$|sha256$|Sha256$|[kK]ey$|token$|identity$|[mM]ediaType$|[vV]ersion$|publicKey$|secret|sealed|prefix$|direction$|[pP]ath$|etag$|credentialId/;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isList: boolean;
}

export interface Marked {
  /** `Table.column`: those in which the word stands now. */
  readonly marked: readonly string[];
  /** Those that take no such word, as the database says. */
  readonly refused: readonly string[];
}

export async function markDrafts(ownerUrl: string, word: string): Promise<Marked> {
  const sql = new Client({ connectionString: ownerUrl });
  await sql.connect();
  try {
    // No guard is asked: it is the owner who writes.
    await sql.query("SET session_replication_role = replica");
    const { rows } = await sql.query<Column>(`
      SELECT c.table_name AS table, c.column_name AS column, c.data_type = 'ARRAY' AS "isList" FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND (c.data_type IN ('text', 'character varying') OR c.udt_name = '_text') ORDER BY 1, 2`);
    const marked: string[] = [];
    const refused: string[] = [];
    for (const one of rows) {
      if (PUBLISHED.test(one.table) || NOT_TYPED.test(one.column)) continue;
      const name = `${one.table}.${one.column}`;
      const taken = await mark(sql, one, word);
      if (taken === null) refused.push(name);
      else if (taken > 0) marked.push(name);
    }
    return { marked, refused };
  } finally {
    await sql.end();
  }
}

/** The text of a page stands beside its length and its hash. */
const PAGE_TEXT = `text = text || ' ' || $1::text, "textLength" = utf16_length(text || ' ' || $1::text),
  "textSha256" = encode(sha256(convert_to(text || ' ' || $1::text, 'UTF8')), 'hex')`;

/** In how many rows the word stands; null where the column takes none. */
async function mark(sql: Client, { table, column, isList }: Column, word: string): Promise<number | null> {
  const name = `"${column}"`;
  const behind = isList
    ? `array_append(coalesce(${name}, '{}'), $1::text)`
    : `coalesce(${name}, '') || ' ' || $1::text`;
  // Some that are empty have to stay empty, some are written small or large, and of some the length stands beside them.
  const ways = [
    ...(table === "ArticleVersion" && column === "text" ? [PAGE_TEXT] : []),
    `${name} = ${behind}`,
    `${name} = ${behind} WHERE ${name} IS NOT NULL`,
    `${name} = lower($1::text) || ${name} WHERE ${name} IS NOT NULL`,
    `${name} = upper($1::text) || ${name} WHERE ${name} IS NOT NULL`,
    `${name} = overlay(${name} placing $1::text from 1) WHERE length(${name}) > length($1::text)`,
  ];
  for (const way of ways) {
    try {
      return (await sql.query(`UPDATE "${table}" SET ${way}`, [word])).rowCount ?? 0;
    } catch {
      // a rule of the column; the next way is tried
    }
  }
  return null;
}
