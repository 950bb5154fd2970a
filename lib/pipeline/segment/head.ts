import type { CalendarDate } from "#lib/domain/analysis";
import { calendarDate } from "#lib/text/calendar";
import { firstUnits } from "#lib/text/endings";
import { normalise } from "#lib/text/normalise";
import type { Known } from "./metadata";
import { attribute, type Element, elementsOf, type ParentNode, textOf } from "./tree";

/** Names under which pages state their facts, best first. */
const TITLE = ["og:title", "twitter:title", "headline", "dc.title"];
const PUBLISHED = [
  "article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "pubdate",
  "publish-date",
  "parsely-pub-date",
];
const AUTHOR = ["author", "article:author", "dc.creator", "parsely-author", "byl"];
const LONGEST = 500;
const MAX_JSON = 500_000;

/** What a page's head, its JSON-LD and its `time` elements state of it. */
export function knownOf(root: ParentNode): Known {
  const metas = new Map<string, string>();
  const linked: Record<string, unknown>[] = [];
  let title: string | null = null;
  let time: string | null = null;
  for (const element of elementsOf(root)) {
    if (element.tagName === "meta") readMeta(element, metas);
    else if (element.tagName === "title") title ??= tidy(textOf(element));
    else if (element.tagName === "time") time ??= attribute(element, "datetime");
    else if (element.tagName === "script" && attribute(element, "type") === "application/ld+json") {
      linked.push(...articlesIn(textOf(element)));
    }
  }
  const stated = linked.find((thing) => "datePublished" in thing) ?? linked[0] ?? {};
  const meta = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  return {
    title: meta(TITLE) ?? stringOr(stated.headline) ?? title,
    publishedAt: dayIn(meta(PUBLISHED)) ?? dayIn(stringOr(stated.datePublished)) ?? dayIn(time),
    author: nameOf(meta(AUTHOR)) ?? nameOf(authorIn(stated.author)),
    siteName: metas.get("og:site_name") ?? null,
  };
}

function readMeta(element: Element, metas: Map<string, string>): void {
  const name = attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop");
  const content = tidy(attribute(element, "content") ?? "");
  if (name !== null && content !== null && !metas.has(name.toLowerCase()))
    metas.set(name.toLowerCase(), content);
}

function articlesIn(json: string): Record<string, unknown>[] {
  if (json.length > MAX_JSON) return [];
  const value = parsed(json);
  const list = Array.isArray(value) ? value : [value];
  const things = list
    .filter(isObject)
    .flatMap((thing) => [thing, ...(Array.isArray(thing["@graph"]) ? thing["@graph"].filter(isObject) : [])]);
  return things.filter((thing) => [thing["@type"]].flat().some(isArticleType));
}

function isArticleType(type: unknown): boolean {
  return typeof type === "string" && /Article|Posting|Report/.test(type);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A page's JSON is often broken: then it states nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function authorIn(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? stringOr(first.name) : stringOr(first);
}

/** An author's name; an address of a profile is none. */
function nameOf(value: string | null): string | null {
  return value === null || /^https?:|^@/.test(value) || value.length > 100
    ? null
    : value.replace(/^by /i, "");
}

function dayIn(value: string | null): CalendarDate | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(value ?? "");
  return match === null ? null : calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function stringOr(value: unknown): string | null {
  return typeof value === "string" ? tidy(value) : null;
}

function tidy(value: string): string | null {
  const words = normalise(firstUnits(value, 5000)).replace(/\s+/g, " ").trim();
  return firstUnits(words, LONGEST) || null;
}
