/** Why a page can't be read, and what to do: what the line of the data says before it has words of its own. */
export const pages = {
  tooSlow:
    "Reading this page took too long, so it was given up: it is longer or stranger than any article. Give the article’s own text instead.",
  tooMuch:
    "Reading this page took more memory than any article needs, so it was given up. Give the article’s own text instead.",
  empty: "There is nothing in it. Give a page with words in it.",
  noText: "There is no text on this page, only markup or white space. Give a page with words in it.",
  tooLarge:
    "This page is larger than 4 MB. Give the part with the article, or save the page without its pictures.",
  tooManyLines: "This page has more than 50,000 lines. Give one article at a time.",
  tooDeep:
    "This page nests its elements more than 1,000 deep, which no article does. Paste its text instead.",
  tooManyElements: "This page has more than 300,000 elements. Paste the text of the article instead.",
  tooManyAttributes: "One element of this page has more than 1,000 attributes. Paste its text instead.",
  binary: (what: string) =>
    `This is ${what}, not text. Save the page as HTML or plain text, or paste its words.`,
  binaryKinds: {
    pdf: "a PDF file",
    zip: "a ZIP archive or office document",
    image: "a picture",
    compressed: "a compressed file",
    other: "a binary file",
  },
  brokenCharset: (charset: string) =>
    `Some characters of this page are damaged: it can’t be read as ${charset}. Save it again as UTF-8, or paste its words.`,
  unknownCharset:
    "The characters of this page are in an encoding that can’t be told. Save it as UTF-8, or paste its words.",
};
