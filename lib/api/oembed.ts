import XMLBuilder from "fast-xml-builder";
import { embedPath, placeOf } from "#lib/domain/embeds";
import type { Where } from "#lib/publish/embeds/card";
import { cardFrame, sizeOf, titleOf } from "#lib/publish/embeds/document";
import { writableInXml } from "#lib/text/xml";
import * as words from "#lib/words";
import { cardAt, markedPlace } from "./embeds";

/**
 * The answer of oEmbed 1.0 to the address of a page, a statement or a claim: a frame of its card, as `rich` content.
 *
 * Source   https://oembed.com, 2.2 to 2.3.4: which parameters there are, which fields an answer has, and which statuses say that there is none.
 */

const w = words.embeds.oembed;
/** In seconds: how long the frame's address and its size may be kept. What the frame shows is asked anew each time. */
const KEPT_FOR = 3600;
const TEXT = "text/plain; charset=utf-8";

interface OEmbed {
  readonly type: "rich";
  readonly version: "1.0";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export interface OembedAnswer {
  readonly status: 200 | 400 | 404 | 501;
  readonly type: string;
  readonly body: string;
}

/** `isOurs` says whether an origin is one that readers reach us by. Parameters that the specification doesn't name are let be, as it asks. */
export async function answerOembed(
  query: URLSearchParams,
  isOurs: (origin: string) => boolean,
  where: Where,
): Promise<OembedAnswer> {
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return refused(501, w.format);
  const [width, height] = [pixels(query.get("maxwidth")), pixels(query.get("maxheight"))];
  if (width === null) return refused(400, w.size("maxwidth"));
  if (height === null) return refused(400, w.size("maxheight"));
  const url = query.get("url") ?? "";
  if (!URL.canParse(url)) return refused(400, w.noAddress(`${where.origin}/claims/the-dam-is-safe`));
  const asked = new URL(url);
  const place = isOurs(asked.origin) ? placeOf(asked) : null;
  const { status, card } = await cardAt(place, where);
  if (place === null || status !== 200) return refused(404, w.notOurs);
  if (card.proof === "BROKEN") return refused(404, w.unproven);
  const size = sizeOf(card, { width, height });
  const src = `${where.origin}${embedPath(markedPlace(place, card))}`;
  return answered(
    {
      type: "rich",
      version: "1.0",
      title: titleOf(card),
      provider_name: words.common.name,
      provider_url: `${where.origin}/`,
      cache_age: KEPT_FOR,
      html: cardFrame(src, titleOf(card), size),
      ...size,
    },
    format,
  );
}

/** Infinite where nothing is said; null for what is no number of pixels. */
function pixels(said: string | null): number | null {
  if (said === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,4}$/.test(said) ? Number(said) : null;
}

function answered(answer: OEmbed, format: "json" | "xml"): OembedAnswer {
  if (format === "json") return { status: 200, type: "application/json", body: JSON.stringify(answer) };
  const fields = Object.entries(answer).map(([name, value]) => [name, writableInXml(String(value))]);
  const body = new XMLBuilder({ processEntities: true }).build({ oembed: Object.fromEntries(fields) });
  return {
    status: 200,
    type: "text/xml; charset=utf-8",
    body: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${body}`,
  };
}

const refused = (status: 400 | 404 | 501, sentence: string): OembedAnswer => ({
  status,
  type: TEXT,
  body: `${sentence}\n`,
});

/** Where a page says that it can be asked for so: the two addresses of its own answer, by their media types. */
export function discovery(path: string, origin: string): Readonly<Record<string, string>> {
  const of = (format: string) => {
    const query = new URLSearchParams({ url: `${origin}${path}`, format });
    return `${origin}/oembed?${query}`;
  };
  return { "application/json+oembed": of("json"), "text/xml+oembed": of("xml") };
}
