/** What the classifier's reader has to know of HTML's elements. Source: HTML Standard, 13.1.2, 13.2.6 and 15.3. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const VOID = set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);

/** Everything else breaks the line: unknown elements too, since authors use them as boxes. */
export const INLINE = set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr picture source track base link meta math mi mo mn mrow msup msub mfrac",
);

/** Nothing in them is text of the page. */
export const SKIPPED = set(
  "audio canvas datalist iframe map math-annotation noembed noframes noscript object script select style svg template " +
    "textarea title video",
);

/** A start tag of these ends an open paragraph. */
export const CLOSES_PARAGRAPH = set(
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 " +
    "h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul listing xmp plaintext search",
);

/** An end tag looks no further up than these. */
export const SCOPE = set("applet caption html marquee object table td template th body");

/** A list item is not ended by another one beyond these. */
export const ITEM_BOUNDARY = set(
  "ul ol menu dl table td th section article aside nav header footer main form blockquote figure body html template",
);

/** Start tags that end foreign content (svg, math) and `select`, which authors forget to close. */
export const BREAKS_OUT = set(
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr " +
    "ol p pre ruby s small span strong strike sub sup table tt u ul var section article main aside footer header nav",
);

export const HEADING = set("h1 h2 h3 h4 h5 h6");
export const EMPHASIS = set("b strong em i u");
