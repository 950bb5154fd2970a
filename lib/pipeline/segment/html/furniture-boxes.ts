import type { PageFacts } from "#lib/pipeline/segment/classifier/page-facts";

/**
 * Names that authors give to a box of an advertisement, of what a paywall says, of an offer to sign up or to listen, of what is told of the writer, or of what stands in the
 * place of a post that wants consent. "Ad" by itself is no such name: what tools make up ("a1-ad42") holds it by chance.
 */
const FURNITURE =
  /\b(?:adbox|ad (?:box|slot|unit|wrap|wrapper|container|break|label|header)|adverts?|advertisements?|consent|gdpr|paywall|subscribe|sign ?up|newsletter|audio (?:player|widget)|listen (?:to|button|widget)|text to speech|(?:about )?authors? ?(?:box|boxes|bio|info|desc|description|card|profile|about)|(?:premium|content|subscription|member|membership|reg|registration|login|pay) ?(?:gate|wall|prompt|offer|promo)|about (?:the )?author|saboxplugin|(?:post|user|forum) ?signature|signature)\b/;
/** A heading is named after what it says. */
const HEADING = /^h[1-6]$/;

/** A box with more of the page's running text than this holds its article, however it is named. */
const MOST_OF_PAGE = 0.5;
/** Boxes around a block that are looked at. */
const MOST_STEPS = 4;

/** A line that says of itself that it is none of the article. */
const SAYS_SO =
  /^(?:advertisements?|ad|sponsored|anzeige|werbung|publicidad|publicité|إعلان|last edited by [^.]{1,80}(?:edited \d{1,4} times? in total)?\.?)$/iu;

/** Whether a block says that it is furniture, or stands in a small box that is named after it. */
export function isInFurniture({ page, containers }: PageFacts, i: number): boolean {
  if (SAYS_SO.test(page.blocks[i]?.text ?? "")) return true;
  const all = Math.max(1, containers.prose[0] ?? 1);
  let at = page.blocks[i]?.element ?? -1;
  for (let step = 0; step < MOST_STEPS && at > 0; step += 1) {
    if ((containers.prose[at] ?? 0) / all > MOST_OF_PAGE) return false;
    const element = page.elements[at];
    if (element === undefined) return false;
    if (!HEADING.test(element.tag) && FURNITURE.test(element.words)) return true;
    at = element.parent;
  }
  return false;
}
