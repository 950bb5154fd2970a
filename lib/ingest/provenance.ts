import { setImmediate as nextTurn } from "node:timers/promises";
import { database } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { type Comparison, keepProposals, uncompared } from "#lib/db/provenance/proposals";
import {
  articlesAt,
  articlesLinkingTo,
  articlesOfNamed,
  type ComparedArticle,
  comparedArticles,
  keepSample,
  nearArticles,
  waitingArticles,
} from "#lib/db/provenance/samples";
import { articleAddress } from "#lib/domain/articles";
import { MOST_UPSTREAM, type ProvenanceReason } from "#lib/domain/provenance";
import { isNamedSo, type NamedSources, namedSources, publisherKeys } from "#lib/pipeline/match/named-sources";
import {
  type ArticleSentences,
  type ComparedArticles,
  compareArticles,
  isTelling,
  PROVENANCE_VERSION,
  sentencesOf,
} from "#lib/pipeline/match/provenance";
import { foldedRunWords, sampleOf } from "#lib/pipeline/match/text-sample";

/** Whose text an article's is: candidates by the index and by what the text names, then sentence by sentence. Never a scan, and never in an import. */

/** So many of those found are compared at most. */
const MOST_NEAR = 20;
const MOST_LINKED = 5;
const MOST_CREDITED = 10;
/** Of those that waited for an article to be taken in, so many are compared anew. */
const MOST_LINKING = 100;
/** One run of words in common may be chance, unless there are hardly any. */
const LEAST_SHARED = 2;
const FEW_KEYS = 10;
/** Two that explain a text are about as good from here on; the earlier one is named then. */
const ABOUT_AS_MUCH = 0.8;

/**
 * Compare articles that wait, up to `most` of them. Returns how many there were.
 *
 * Throws   what went wrong with the last of those that couldn't be compared, after all others were: one never stands in the way of the next.
 */
export async function relateWaiting(most: number, now: () => Date): Promise<number> {
  let done = 0;
  let trouble: unknown = null;
  for (let last: string | null = null; done < most; ) {
    const [next] = await waitingArticles(last, 1);
    if (next === undefined) break;
    await relate(next, now()).catch((error: unknown) => {
      trouble = error;
    });
    await nextTurn();
    last = next;
    done += 1;
  }
  if (trouble !== null) throw trouble;
  return done;
}

interface Read {
  readonly article: ComparedArticle;
  readonly sentences: ArticleSentences;
  readonly named: NamedSources;
}

async function relate(articleId: string, now: Date): Promise<void> {
  const [article] = await comparedArticles([articleId]);
  if (article === undefined) return;
  const own = readOf(article);
  const runs = article.body.flatMap(({ start, end }) => foldedRunWords(article.text.slice(start, end)));
  const keys = sampleOf(runs);
  await keepSample(article, {
    keys,
    textHash: keys.length === 0 ? null : sha256(runs.join(" ")),
    links: own.named.addresses,
  });
  const named = await uncompared(database(), articleId);
  const linked = await articlesAt(own.named.addresses, MOST_LINKED);
  const least = keys.length < FEW_KEYS ? 1 : LEAST_SHARED;
  const near = await nearArticles(keys, articleId, { least, most: MOST_NEAR });
  const credited = await articlesOfNamed(creditedIn(own), {
    day: article.day,
    except: articleId,
    most: MOST_CREDITED,
  });
  const ids = [...new Set([...linked, ...near, ...credited, ...named])].filter((id) => id !== articleId);
  const others = (await comparedArticles(ids)).map(readOf);
  const candidates = others.map((other) => ({ other, first: whyFirst(own, other) }));
  const earlier = candidates.flatMap(({ other, first }) =>
    first === null || named.includes(other.article.articleId) ? [] : [{ other, first }],
  );
  await keepProposals(
    {
      articleId,
      versionId: article.versionId,
      engineVersion: PROVENANCE_VERSION,
      proposals: proposalsOf(own, earlier),
      asked: others
        .filter((other) => named.includes(other.article.articleId))
        .map((other) => comparison(other, compareArticles(own.sentences, other.sentences), [])),
      // What was compared before this one came in may have its text from it.
      later: article.isNew
        ? [
            ...candidates.flatMap(({ other, first }) => (first === null ? [other.article.articleId] : [])),
            ...(await linkingTo(article)),
          ]
        : [],
    },
    now,
  );
}

/** What publishers are asked for that the text credits, or that its agency is. */
function creditedIn({ article: { agency }, named: { names } }: Read): string[] {
  return [...new Set([...(agency === null ? [] : [agency]), ...names].flatMap(publisherKeys))];
}

async function linkingTo({ articleId, url }: ComparedArticle): Promise<string[]> {
  return url === null ? [] : articlesLinkingTo(articleAddress(url), articleId, MOST_LINKING);
}

function readOf(article: ComparedArticle): Read {
  const { text, body } = article;
  const { addresses, names } = namedSources(text);
  // Sites link to their own pages for many reasons; one that takes words over from another of its pages is found by the words.
  const elsewhere = article.links.filter(
    (link) => article.url === null || hostOf(link) !== hostOf(article.url),
  );
  const linked = [...addresses, ...elsewhere].flatMap(bothProtocols);
  return { article, sentences: sentencesOf(text, body), named: { names, addresses: [...new Set(linked)] } };
}

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, "");

/** Sites went over to https, and links to them didn't. */
function bothProtocols(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const url = articleAddress(address);
  return [url, url.startsWith("http:") ? `https${url.slice(4)}` : `http${url.slice(5)}`];
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

interface Candidate {
  readonly other: Read;
  readonly first: ProvenanceReason;
  readonly compared: ComparedArticles;
}

/**
 * The one that explains most of the text, and of those that explain about as much the earliest: so of ten thousand that say the same one is named, and last
 * week's report of another town isn't where this week's is from. Then whatever explains most of the rest.
 */
function proposalsOf(
  own: Read,
  earlier: readonly { readonly other: Read; readonly first: ProvenanceReason }[],
): Comparison[] {
  const left = [...earlier]
    .sort(byTime)
    .map((one): Candidate => ({ ...one, compared: compareArticles(own.sentences, one.other.sentences) }))
    .filter(({ first, compared }) => first.code === "links" || compared.kind !== null);
  const same = new Set<number>();
  const changed = new Set<number>();
  const found: Candidate[] = [];
  while (found.length < MOST_UPSTREAM) {
    const worth = left.map(({ compared: { verbatim, explained } }) => {
      const asWritten = verbatim.filter((at) => !same.has(at));
      const fresh = explained.filter((at) => !same.has(at) && !changed.has(at));
      const words = (list: readonly number[]) => list.map((at) => own.sentences.list[at]?.words ?? 0);
      return isTelling(words(asWritten), words(fresh)) ? sum(words(asWritten)) + sum(words(fresh)) : 0;
    });
    const most = Math.max(0, ...worth);
    const at = worth.findIndex((one) => one > 0 && one >= ABOUT_AS_MUCH * most);
    const [next] = at === -1 ? [] : left.splice(at, 1);
    if (next === undefined) break;
    for (const one of next.compared.verbatim) same.add(one);
    for (const one of next.compared.explained) changed.add(one);
    found.push(next);
  }
  const linked = left.filter(({ first }) => first.code === "links").slice(0, MOST_UPSTREAM - found.length);
  return [...found, ...linked].map(({ other, first, compared }) =>
    comparison(other, compared, [first, ...alsoWhy(compared)]),
  );
}

/** What the text names comes first, then what is older, then what came in earlier. */
function byTime(
  a: { other: Read; first: ProvenanceReason },
  b: { other: Read; first: ProvenanceReason },
): number {
  const isNamed = ({ first }: typeof a) => Number(first.code !== "links" && first.code !== "credits");
  const [x, y] = [a.other.article, b.other.article];
  const key = ({ day, articleId }: ComparedArticle) => `${day ?? "9999"} ${articleId}`;
  return isNamed(a) - isNamed(b) || (key(x) < key(y) ? -1 : 1);
}

function alsoWhy({ counts }: ComparedArticles): ProvenanceReason[] {
  const of = counts.verbatim + counts.changed + counts.added;
  return [
    ...(counts.verbatim > 0 ? [{ code: "word-for-word" as const, count: counts.verbatim, of }] : []),
    ...(counts.changed > 0 ? [{ code: "changed" as const, count: counts.changed }] : []),
  ];
}

function comparison(
  { article }: Read,
  { kind, sentences, counts, isCut }: ComparedArticles,
  reasons: readonly ProvenanceReason[],
): Comparison {
  const { articleId: upstreamId, versionId: upstreamVersionId } = article;
  return { upstreamId, upstreamVersionId, kind: kind ?? "CITES", reasons, sentences, counts, isCut };
}

/** Why the other one came first; null where it came later. What a text says of its source is surer than days, which are of time zones and of whoever wrote them. */
function whyFirst(own: Read, other: Read): ProvenanceReason | null {
  const [here, there] = [namesAsSource(own, other), namesAsSource(other, own)];
  if (here !== null && there === null) return here;
  if (there !== null && here === null) return null;
  const [a, b] = [own.article, other.article];
  if (a.day !== null && b.day !== null && a.day !== b.day)
    return b.day < a.day ? { code: "posted-earlier", days: daysBetween(b.day, a.day) } : null;
  return b.articleId < a.articleId ? { code: "taken-in-earlier" } : null;
}

const LONGEST_NAME = 200;

/** How one text names the other as its source: by its address, or by who published it. Nobody names themselves so. */
function namesAsSource({ article, named }: Read, { article: other }: Read): ProvenanceReason | null {
  const address = other.url === null ? null : articleAddress(other.url);
  const isOther = article.url === null || address !== articleAddress(article.url);
  if (address !== null && isOther && named.addresses.includes(address)) return { code: "links", address };
  const { publisher } = other;
  if (publisher === null || publisher === article.publisher) return null;
  const names = [...(article.agency === null ? [] : [article.agency]), ...named.names];
  const isCredited = names.some((name) => isNamedSo(publisher, name));
  // A page of the agency itself credits the agency, too.
  const isOwn = article.publisher !== null && names.some((name) => isNamedSo(article.publisher ?? "", name));
  return isCredited && !isOwn ? { code: "credits", name: publisher.slice(0, LONGEST_NAME) } : null;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
