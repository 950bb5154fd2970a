/** What other sites can put into their own pages: a page of ours, one statement of it, or a claim. */
export type EmbedPlace =
  | { readonly kind: "article"; readonly slug: string }
  | {
      readonly kind: "statement";
      readonly slug: string;
      readonly number: number;
      /** What its words are known by; null where nobody said which words are meant. */
      readonly mark: string | null;
    }
  | { readonly kind: "claim"; readonly slug: string };

const SLUG = /^[\w-]{1,200}$/;
const NUMBER = /^[1-9]\d{0,5}$/;
/** 48 bits of a hash of the words, in hexadecimal digits. */
const MARK = /^[0-9a-f]{12}$/;

/** The path of the card, as `/embed/articles/SLUG/statements/16?words=MARK`. */
export function embedPath(place: EmbedPlace): string {
  if (place.kind === "claim") return `/embed/claims/${place.slug}`;
  if (place.kind === "article") return `/embed/articles/${place.slug}`;
  const words = place.mark === null ? "" : `?words=${place.mark}`;
  return `/embed/articles/${place.slug}/statements/${place.number}${words}`;
}

/** The readers' path of the same thing. */
export function readersPath(place: EmbedPlace): string {
  if (place.kind === "claim") return `/claims/${place.slug}`;
  return `/articles/${place.slug}${place.kind === "statement" ? `#s${place.number}` : ""}`;
}

/** What a card's address names. `path` is what stands behind `/embed/`, in parts. Null for any other address. */
export function embedAt(path: readonly string[], words: string | null): EmbedPlace | null {
  const [list, slug = "", statements, number = "", ...more] = path;
  if (!SLUG.test(slug) || more.length > 0) return null;
  if (statements === undefined) return placeIn(list, slug);
  if (list !== "articles" || statements !== "statements" || !NUMBER.test(number)) return null;
  const mark = words !== null && MARK.test(words) ? words : null;
  return { kind: "statement", slug, number: Number(number), mark };
}

/** What a readers' address names, by its path and its fragment (`#s16`). Null for an address of anything else. */
export function placeOf({ pathname, hash }: Pick<URL, "pathname" | "hash">): EmbedPlace | null {
  const [, list, slug = "", ...more] = pathname.replace(/\/$/, "").split("/");
  if (!SLUG.test(slug) || more.length > 0) return null;
  const number = /^#s(.+)$/.exec(hash)?.[1] ?? "";
  if (list === "articles" && NUMBER.test(number))
    return { kind: "statement", slug, number: Number(number), mark: null };
  return placeIn(list, slug);
}

function placeIn(list: string | undefined, slug: string): EmbedPlace | null {
  if (list === "articles") return { kind: "article", slug };
  return list === "claims" ? { kind: "claim", slug } : null;
}
