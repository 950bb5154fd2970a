import { cutTo, writtenDay } from "#lib/text/cut";
import { normalise } from "#lib/text/normalise";
import { FACT_CHECK_BOUNDS } from "./bounds";
import type { FactCheck } from "./fact-checks";
import { GivenDate } from "./given-date";
import { WebAddress } from "./web-addresses-shapes";

/**
 * Reviews of claims in JSON that others wrote: schema.org's ClaimReview in any of the shapes in which pages and data feeds write it, and claims as the Fact
 * Check Tools of Google name their fields. Everything in it is a stranger's: what has another type than is looked for is as if it weren't there.
 */

/** So many values are looked at, and so deep. */
const MOST_VALUES = 400_000;
const DEEPEST = 60;
/** How often a name may lead on to another one ("author" to a node, its name to a list…). */
const STEPS = 6;
/** So many names of reviewers, or addresses, are looked at. */
const MOST_OF_ONE = 5;

interface Json {
  readonly [name: string]: unknown;
}
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Nodes that others in the same data name by `@id`. */
type Named = ReadonlyMap<string, Json>;

/**
 * All reviews of claims in what was read, in their order.
 *
 * `blocks`  the values of the page's blocks of data, or of the file
 * `base`    the address that addresses in it go on from; null where nobody knows it
 */
export function claimReviewsIn(
  blocks: readonly unknown[],
  base: string | null,
): { readonly checks: readonly FactCheck[]; readonly isCut: boolean } {
  const { reviews, named, isCut } = looked(blocks);
  const checks = reviews.map((review) =>
    review.kind === "schema" ? fromSchema(review.node, named, base) : fromTools(review.node, review.of, base),
  );
  return { checks: onceEach(checks.filter(isSaying)), isCut };
}

/** Several programs write into one page, and say the same. */
function onceEach(checks: readonly FactCheck[]): FactCheck[] {
  return [...new Map(checks.map((check) => [JSON.stringify(check), check])).values()];
}

/** One that says neither what was reviewed nor what was found says nothing. */
const isSaying = ({ claim, rating, value }: FactCheck): boolean =>
  claim !== null || rating !== null || value !== null;

type Found =
  | { readonly kind: "schema"; readonly node: Json }
  | { readonly kind: "tools"; readonly node: Json; readonly of: Json };

function looked(blocks: readonly unknown[]) {
  const reviews: Found[] = [];
  const named = new Map<string, Json>();
  const waiting = blocks.map((value) => ({ value, depth: 0 })).reverse();
  let left = MOST_VALUES;
  for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop()) {
    left -= 1;
    const { value, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (isObject(value)) {
      remember(value, named);
      reviews.push(...reviewsOf(value));
      if (isReview(value) && reviews.length > FACT_CHECK_BOUNDS.read) break;
    }
    if (depth >= DEEPEST) continue;
    // What stands first is looked at first.
    const inner = Object.values(value);
    for (let i = inner.length - 1; i >= 0; i -= 1) waiting.push({ value: inner[i], depth: depth + 1 });
  }
  const isCut = left === 0 || reviews.length > FACT_CHECK_BOUNDS.read;
  return { reviews: reviews.slice(0, FACT_CHECK_BOUNDS.read), named, isCut };
}

function remember(node: Json, named: Map<string, Json>): void {
  const id = node["@id"];
  // A mention has a name and nothing else.
  if (typeof id === "string" && Object.keys(node).length > 1 && !named.has(id)) named.set(id, node);
}

function reviewsOf(node: Json): Found[] {
  if (isReview(node)) return [{ kind: "schema", node }];
  if (typeof node.text !== "string" || !Array.isArray(node.claimReview)) return [];
  return node.claimReview.filter(isObject).flatMap((one): Found[] => {
    // What a Claim of schema.org holds says its own type.
    return isReview(one) ? [] : [{ kind: "tools", node: one, of: node }];
  });
}

/** "ClaimReview", "schema:ClaimReview", "https://schema.org/ClaimReview", alone or among others. */
function isReview(node: Json): boolean {
  return listOf(node["@type"] ?? node.type).some(
    (type) => typeof type === "string" && /(?:^|[/:#])claimreview$/i.test(type.trim().slice(-100)),
  );
}

function fromSchema(node: Json, named: Named, base: string | null): FactCheck {
  const follow = (value: unknown) => nodesOf(value, named);
  const about = follow(node.itemReviewed);
  const ratings = follow(node.reviewRating);
  const says = (names: readonly string[]) => firstText(ratings, names);
  const plain = textOf(node.reviewRating, 0);
  const by = namesOf(node.author, named) ?? namesOf(node.publisher, named) ?? namesOf(node.creator, named);
  return {
    claim: bound(
      textOf(node.claimReviewed, 0) ?? firstText(about, ["text", "name", "headline", "description"]),
      FACT_CHECK_BOUNDS.claim,
    ),
    // A number in the place of words is a number.
    rating: bound(
      says(["alternateName", "name", "ratingExplanation"]) ?? words(plain),
      FACT_CHECK_BOUNDS.rating,
    ),
    value: bound(says(["ratingValue"]) ?? number(plain), 20),
    worst: bound(says(["worstRating"]), 20),
    best: bound(says(["bestRating"]), 20),
    by: bound(by, FACT_CHECK_BOUNDS.name),
    title: bound(firstText([node], ["headline", "name"]), FACT_CHECK_BOUNDS.title),
    day: dayOf([node.datePublished, node.dateCreated]),
    url: addressOf([node.url, node.mainEntityOfPage, node["@id"]], base) ?? addressOf([base], null),
  };
}

/** Source: Google Fact Check Tools API, `claims[].claimReview[]`. */
function fromTools(node: Json, claim: Json, base: string | null): FactCheck {
  const by = isObject(node.publisher) ? firstText([node.publisher], ["name", "site"]) : null;
  return {
    claim: bound(textOf(claim.text, 0), FACT_CHECK_BOUNDS.claim),
    rating: bound(textOf(node.textualRating, 0), FACT_CHECK_BOUNDS.rating),
    value: null,
    worst: null,
    best: null,
    by: bound(by, FACT_CHECK_BOUNDS.name),
    title: bound(textOf(node.title, 0), FACT_CHECK_BOUNDS.title),
    day: dayOf([node.reviewDate]),
    url: addressOf([node.url], base),
  };
}

const NUMBER = /^[-+]?\d{1,6}(?:[.,]\d{1,6})?%?$/;
const number = (text: string | null): string | null => (text !== null && NUMBER.test(text) ? text : null);
const words = (text: string | null): string | null => (text !== null && NUMBER.test(text) ? null : text);

/** The objects that a value is, holds, or names. */
function nodesOf(value: unknown, named: Named): Json[] {
  return listOf(value)
    .slice(0, MOST_OF_ONE)
    .flatMap((one) => {
      const id = isObject(one) ? one["@id"] : one;
      const there = typeof id === "string" ? named.get(id) : undefined;
      if (isObject(one)) return there === undefined ? [one] : [one, there];
      return there === undefined ? [] : [there];
    });
}

/** Of the first object that says any of these, the first that it says. */
function firstText(nodes: readonly Json[], names: readonly string[]): string | null {
  for (const name of names) {
    for (const node of nodes) {
      const text = textOf(node[name], 0);
      if (text !== null) return text;
    }
  }
  return null;
}

/** A text where a text, a number, a list of them, or an object that holds one may stand; null where none does. */
function textOf(value: unknown, steps: number): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (steps >= STEPS || typeof value !== "object" || value === null) return null;
  const inner: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, MOST_OF_ONE)
    : ["@value", "name", "text"].map((name) => (value as Json)[name]);
  for (const one of inner) {
    const text = textOf(one, steps + 1);
    if (text !== null) return text;
  }
  return null;
}

/** Names of people or organisations, parted by commas; null where there is none. A name may stand without an object around it. */
function namesOf(value: unknown, named: Named): string | null {
  const names = listOf(value)
    .slice(0, MOST_OF_ONE)
    .flatMap((one) => {
      const nodes = nodesOf(one, named);
      const name =
        firstText(nodes, ["name", "legalName", "alternateName"]) ??
        (nodes.length === 0 ? textOf(one, 0) : null);
      return name === null ? [] : [name.trim()];
    });
  return names.length === 0 ? null : [...new Set(names)].join(", ");
}

function dayOf(values: readonly unknown[]): string | null {
  for (const value of values) {
    const day = GivenDate.safeParse(writtenDay((textOf(value, 0) ?? "").trim()));
    if (day.success) return day.data;
  }
  return null;
}

/** The first that is the address of a page: http or https, without a name and a password in it. */
function addressOf(values: readonly unknown[], base: string | null): string | null {
  for (const value of values.flatMap((one) => listOf(one).slice(0, MOST_OF_ONE))) {
    const text = isObject(value) ? (textOf(value["@id"], 0) ?? textOf(value.url, 0)) : textOf(value, 0);
    if (text === null || text.length > 2000) continue;
    const line = text.trim();
    const isRelative = base !== null && URL.canParse(line, base);
    const address = WebAddress.safeParse(isRelative ? new URL(line, base).href : line);
    if (address.success) return address.data;
  }
  return null;
}

/** Marks that turn what stands around them the other way: in a line of words there is nothing for them to do. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** On one line, and no longer than `most`. */
function bound(text: string | null, most: number): string | null {
  if (text === null) return null;
  const line = normalise(text.slice(0, 4 * most))
    .replace(TURNS, "")
    .replace(/\s+/g, " ")
    .trim();
  return cutTo(line, most) || null;
}
