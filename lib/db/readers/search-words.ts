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

/** At most so many pages and claims have all of these terms; null where there is none. */
export function textsOf(terms: readonly Term[]): number | null {
  return terms.length === 0 ? null : Math.min(...terms.map(({ texts }) => texts));
}

export interface Term {
  /** As it was typed. */
  readonly typed: string;
  /** A part of a tsquery, of folded words alone. */
  readonly term: string;
  /** Folded words, any of which may stand for it; of words side by side the whole. */
  readonly forms: readonly string[];
  readonly isFound: boolean;
  /** At most so many pages and claims that stand have it. */
  readonly texts: number;
}

interface Folded {
  readonly part: number;
  readonly typed: string;
  /** Null where nothing of it is left. */
  readonly term: string | null;
  readonly words: readonly string[];
  /** As `Term` has it; 0 where a word of it is found nowhere. */
  readonly texts: number;
}

/** What is asked of the index for each part, and which of them nothing published holds as they were typed. */
export async function termsOf(parts: readonly Sought[]): Promise<{ terms: Term[]; respelt: Respelt[] }> {
  const folded = await foldedOf(parts);
  const unknown = folded.filter(({ texts, words }) => texts === 0 && words.length === 1);
  const meant = await meantBy(unknown.flatMap(({ words }) => words));
  const respelt: Respelt[] = [];
  const terms = folded.flatMap(({ typed, term, words, texts }): Term[] => {
    if (term === null) return [];
    if (texts > 0) return [{ typed, term, isFound: true, forms: [words.join(" ")], texts }];
    const near = words.length === 1 ? (meant.get(words[0] ?? "") ?? []) : [];
    const read = near.map(({ word }) => word);
    respelt.push({ typed, read });
    if (near.length === 0) return [{ typed, term, forms: read, isFound: false, texts: 0 }];
    const others = read.map((word) => `'${word}'`).join(" | ");
    const among = near.reduce((sum, one) => sum + one.texts, 0);
    return [{ typed, term: `(${others})`, forms: read, isFound: true, texts: among }];
  });
  return { terms, respelt };
}

/** Each part as the index has its words: folded, with their stems; words between quotation marks one behind the other. */
async function foldedOf(parts: readonly Sought[]): Promise<Folded[]> {
  const rows = await database().$queryRaw<
    { part: number; term: string | null; words: string[] | null; texts: number | null }[]
  >`
    SELECT said.part::int, made.term, made.words, made.texts
    FROM unnest(${parts.map((part) => part.join(" "))}::text[]) WITH ORDINALITY AS said(text, part)
    CROSS JOIN LATERAL (
      SELECT string_agg(forms.any_of, ' <-> ' ORDER BY w.place) AS term, array_agg(w.word ORDER BY w.place) AS words,
        min((SELECT coalesce(sum(k.texts), 0) FROM "StandingWord" k WHERE k.stem = search_stem(w.word)))::int AS texts
      FROM search_words(said.text) w CROSS JOIN LATERAL (
        SELECT '(' || string_agg('''' || lexeme || '''', ' | ') || ')' AS any_of FROM unnest(search_vector(w.word))
      ) forms
    ) made
    ORDER BY said.part`;
  return rows.map(({ part, term, words, texts }) => ({
    part,
    typed: (parts[part - 1] ?? []).join(" "),
    term: term === null ? null : `(${term})`,
    words: words ?? [],
    texts: texts ?? 0,
  }));
}

/** A word that stands in so many pages and claims. */
interface Near {
  readonly word: string;
  readonly texts: number;
}

/**
 * For each of these words the published ones that it may stand for: first those that differ in one letter (one more, one less, another, or
 * moved: what two words share that were each left a letter out), then those that begin with it. Mistakes are rare in a word's first letter.
 */
async function meantBy(words: readonly string[]): Promise<ReadonlyMap<string, readonly Near[]>> {
  if (words.length === 0) return new Map();
  const rows = await database().$queryRaw<{ asked: string; read: Near[] }[]>`
    SELECT asked.word AS asked,
      json_agg(json_build_object('word', near.word, 'texts', near.texts) ORDER BY near.rank, near.texts DESC, near.word) AS read
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
