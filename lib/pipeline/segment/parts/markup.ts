/** What the reader has to know of HTML's elements. Source: HTML Standard, 13.1.2 and 15.3. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Everything else breaks the line: unknown elements too, since authors use them as boxes. */
export const INLINE = set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr picture source track base link meta math mi mo mn mrow msup msub mfrac",
);

/** Nothing in them is text of the page. */
export const SKIPPED = set(
  "audio canvas datalist embed iframe link map meta noembed noframes noscript object script select style svg template " +
    "textarea title video",
);

/** Elements that say something about the page. */
export const HEAD_TAGS = set("html body meta link title script time");

export const HEADING = set("h1 h2 h3 h4 h5 h6");
export const EMPHASIS = set("b strong em i u");
