/**
 * Letters of other scripts that look like Latin ones, as far as names are concerned.
 *
 * Source   the letters of Cyrillic and Greek whose usual shape is that of a Latin letter (Unicode UTS 39, confusables), lower case.
 */
const LOOKALIKES = new Map(
  "аa вb сc еe ёe һh іi їi јj кk мm нh оo рp ѕs тt уy хx ԁd ԛq ԝw αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw ıi łl øo"
    .split(" ")
    .map(([letter = "", latin = ""]) => [letter, latin]),
);

/** How a name looks: two names with one look can't be told apart on a page. Case, accents, spaces and punctuation don't count. */
export function nameLook(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return [...letters]
    .map((letter) => LOOKALIKES.get(letter) ?? letter)
    .join("")
    .replace(/[1l]/g, "i")
    .replace(/0/g, "o");
}

/** Characters that nobody sees, or that turn the words around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Whether a name has letters of two scripts in one word, or characters that nobody sees: nobody's real name does. */
export function isDisguised(name: string): boolean {
  const plain = name.replace(/[\u200c\u200d]/g, ""); // joiners belong to Persian and Indic names
  if (UNSEEN.test(plain)) return true;
  return plain
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
