import * as words from "#lib/words";

const said = words.frame;

/** The parts of the site that everybody reads. */
export const READER_LINKS = [
  { href: "/articles", words: said.pages },
  { href: "/claims", words: said.claims },
  { href: "/promises", words: said.promises },
  { href: "/search", words: said.search },
  { href: "/method", words: said.method },
];
