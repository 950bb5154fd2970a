import { type WordClass, wordsOf } from "./word-class";

export const SAYING_CLASS: WordClass = {
  means: "a verb, in its base form, by which somebody is said to have said it",
  example: "The club confirmed the deal.",
  words: `
    say tell report claim confirm announce state add write note explain insist admit argue think believe hear understand reckon
    post tweet hint show find suggest indicate predict expect assure declare stress repeat reveal mention deny agree reject dismiss call speak warn defend praise
    criticise criticize condemn promise demand ask urge estimate reply answer comment advise welcome recommend
  `,
};
/** Verbs after whose subject the rest is what was said. */
export const SAYING = wordsOf(SAYING_CLASS);
