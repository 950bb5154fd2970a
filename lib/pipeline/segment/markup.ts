import type { SegmentType } from "#lib/domain/labels";
import { attribute, type Element } from "./tree";

/** Elements that hold no words of the page. */
const SILENT = new Set(
  "script style noscript template svg math iframe object embed video audio canvas head meta link select datalist map area dialog".split(
    " ",
  ),
);
const BLOCK = new Set(
  (
    "p div section article main aside header footer nav ul ol li dl dt dd table thead tbody tfoot tr td th caption form fieldset " +
    "blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 hgroup address details summary body html hr button label center"
  ).split(" "),
);
/** Whole regions: their class names are about layout. */
const REGION = new Set(["html", "body", "main", "article"]);

const BY_TAG: Record<string, SegmentType> = {
  nav: "CHROME",
  footer: "CHROME",
  form: "CHROME",
  button: "CHROME",
  label: "CHROME",
  aside: "CHROME",
  figcaption: "CAPTION",
  h1: "HEADLINE",
};

/** Words of class names and ids, as sites all over use them; asked in order. */
const BY_NAME: readonly (readonly [RegExp, SegmentType])[] = [
  [/^(?:comments?|comment(?:list|listing|area|section|text|body|s?wrap)|respond|disqus|replies)$/, "COMMENT"],
  [
    /^(?:related|recommended|recommendations|popular|trending|teaser|teasers|promo|readmore|mostread|recirc|outbrain|taboola)$/,
    "TEASER",
  ],
  [
    /^(?:share|sharing|sharedaddy|social|menu|breadcrumbs?|footer|cookies?|consent|newsletter|subscribe|subscription|advert|advertisement|ad|ads|sponsored|sponsor|toolbar|pagination|pager|tags|tag|labels|masthead|login|bio|sidebar|navigation|navbar|skip|paywall|banner|jumplink|backlinks)$/,
    "CHROME",
  ],
  [/^(?:caption|credit|wpcaption|figcaption)$/, "CAPTION"],
  [/^(?:byline|dateline|dates?|timestamp|published|pubdate|author|meta|postmeta|entrymeta)$/, "DATELINE"],
  [/^(?:standfirst|subtitle|dek|subheadline|headline|deck)$/, "HEADLINE"],
];
const TITLE_NAMES = /(?:^|[\s_-])(?:post|entry|article|story)[_-]?title(?:[\s_-]|$)/i;
const BODY_NAMES =
  /(?:^|[\s_-])(?:article[_-]?body|entry[_-]?content|post[_-]?(?:body|content)|story[_-]?(?:body|content)|article[_-]?(?:content|text)|body[_-]?(?:copy|text))(?:[\s_-]|$)/i;

const namesOf = (element: Element) =>
  `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`.slice(0, 400);

export function isSilent(element: Element): boolean {
  if (SILENT.has(element.tagName) || attribute(element, "hidden") !== null) return true;
  return /display\s{0,3}:\s{0,3}none/i.test((attribute(element, "style") ?? "").slice(0, 400));
}

export function isBlockElement(element: Element): boolean {
  return BLOCK.has(element.tagName);
}

export function isArticleBody(element: Element): boolean {
  return attribute(element, "itemprop") === "articleBody" || BODY_NAMES.test(namesOf(element));
}

/** A column beside the article: its lists are of other posts, its menus of the site; the lines themselves must tell. */
export function isSidebar(element: Element): boolean {
  return element.tagName === "aside" || /(?:^|[\s_-])sidebar/i.test(namesOf(element));
}

/** What an element's tag, class and id say about the words in it; null where they say nothing. */
export function hintOf(element: Element): SegmentType | null {
  const byTag = BY_TAG[element.tagName];
  if (byTag !== undefined) return byTag;
  if (REGION.has(element.tagName)) return null;
  const names = namesOf(element);
  if (TITLE_NAMES.test(names) && /^(?:h[1-4]|a|div|span)$/.test(element.tagName)) return "HEADLINE";
  if (BODY_NAMES.test(names)) return null;
  const role = attribute(element, "role");
  if (role === "navigation" || role === "banner" || role === "contentinfo" || role === "search")
    return "CHROME";
  const words = names.split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  for (const [pattern, type] of BY_NAME) if (words.some((word) => pattern.test(word))) return type;
  return null;
}
