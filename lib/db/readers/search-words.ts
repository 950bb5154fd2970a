import { database } from "#lib/db/core/client";
import type { Respelt, Sought } from "#lib/domain/search";

/** What was typed, as the index of the search has it. How a word is folded and stemmed is told by the database, by the functions that made the index. */

const MOST_MEANT = 5;
const MOST_LOOKED_AT = 100;

/** All of these terms, as a tsquery; null where nothing is left of them, or one isn't found anywhere. */
export function queryOf(terms: readonly Term[]): string | null {
  return terms.length === 0 || terms.some(({ isFound }) => !isFound)
    ? null
    : terms.map(({ term }) => term).join(" & ");
}

export interface Term {
  /** As it was typed. */
  readonly typed: string;
  /** A part of a tsquery, of folded words alone. */
  readonly term: string;
  /** Folded words, any of which may stand for it; of words side by side the whole. */
  readonly forms: readonly string[];
  readonly isFound: boolean;
}

interface Folded {
  readonly part: number;
  readonly typed: string;
  /** Null where nothing of it is left. */
  readonly term: string | null;
  readonly words: readonly string[];
  readonly isFound: boolean;
}

/** What is asked of the index for each part, and which of them nothing published holds as they were typed. */
export async function termsOf(parts: readonly Sought[]): Promise<{ terms: Term[]; respelt: Respelt[] }> {
  const folded = await foldedOf(parts);
  const unknown = folded.filter(({ isFound, words }) => !isFound && words.length === 1);
  const meant = await meantBy(unknown.flatMap(({ words }) => words));
  const respelt: Respelt[] = [];
  const terms = folded.flatMap(({ typed, term, words, isFound }): Term[] => {
    if (term === null) return [];
    if (isFound) return [{ typed, term, isFound, forms: [words.join(" ")] }];
    const read = words.length === 1 ? (meant.get(words[0] ?? "") ?? []) : [];
    respelt.push({ typed, read });
    const others = read.map((word) => `'${word}'`).join(" | ");
    return [{ typed, term: read.length === 0 ? term : `(${others})`, forms: read, isFound: read.length > 0 }];
  });
  return { terms, respelt };
}

/** Each part as the index has its words: folded, with their stems; words between quotation marks one behind the other. */
async function foldedOf(parts: readonly Sought[]): Promise<Folded[]> {
  const rows = await database().$queryRaw<
    { part: number; term: string | null; words: string[] | null; isFound: boolean }[]
  >`
    SELECT said.part::int, made.term, made.words,
      coalesce(made."isKnown", false) AS "isFound"
    FROM unnest(${parts.map((part) => part.join(" "))}::text[]) WITH ORDINALITY AS said(text, part)
    CROSS JOIN LATERAL (
      SELECT string_agg(forms.any_of, ' <-> ' ORDER BY w.place) AS term, array_agg(w.word ORDER BY w.place) AS words,
        bool_and(EXISTS (SELECT 1 FROM "StandingWord" k WHERE k.stem = search_stem(w.word))) AS "isKnown"
      FROM search_words(said.text) w CROSS JOIN LATERAL (
        SELECT '(' || string_agg('''' || lexeme || '''', ' | ') || ')' AS any_of FROM unnest(search_vector(w.word))
      ) forms
    ) made
    ORDER BY said.part`;
  return rows.map(({ part, term, words, isFound }) => ({
    part,
    typed: (parts[part - 1] ?? []).join(" "),
    term: term === null ? null : `(${term})`,
    words: words ?? [],
    isFound,
  }));
}

/**
 * For each of these words the published ones that it may stand for: first those that differ in one letter (one more, one less, another, or
 * moved: what two words share that were each left a letter out), then those that begin with it. Mistakes are rare in a word's first letter.
 */
async function meantBy(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (words.length === 0) return new Map();
  const rows = await database().$queryRaw<{ asked: string; read: string[] }[]>`
    SELECT asked.word AS asked, array_agg(near.word ORDER BY near.rank, near.texts DESC, near.word) AS read
    FROM unnest(${words}::text[]) asked(word) CROSS JOIN LATERAL (
      (SELECT w.word, w.texts, CASE WHEN left(w.word, 1) = left(asked.word, 1) THEN 0 ELSE 1 END AS rank FROM "StandingWord" w
        WHERE w.near && search_near(asked.word) LIMIT ${MOST_LOOKED_AT})
      UNION ALL
      (SELECT w.word, w.texts, 2 FROM "StandingWord" w
        WHERE length(asked.word) >= 4 AND w.word >= asked.word AND w.word < asked.word || chr(1114111)
          AND length(w.word) > length(asked.word) + 1 LIMIT ${MOST_LOOKED_AT})
    ) near GROUP BY asked.word`;
  return new Map(rows.map(({ asked, read }) => [asked, read.slice(0, MOST_MEANT)]));
}
