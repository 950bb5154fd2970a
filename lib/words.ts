/**
 * Every word that a person reads in the interface, a section for each part of it. It is imported whole, `import * as words`, and read
 * by `words.section`: then what is sent to a browser holds the sections that its page reads, and no others.
 */
export * from "#lib/words/for-readers";
export * from "./words/english/for-desk";
