import * as englishForDesk from "./english/for-desk";
import * as englishForReaders from "./english/for-readers";

/** What is said, whatever the words: sentences are strings, and functions of what varies. */
export type Told<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Told<Said>
    : { readonly [Name in keyof T]: Told<T[Name]> };

/** What every language of the readers has to say. */
export type ReaderWords = Told<typeof englishForReaders>;

/** Everything that Onrecord says in English. */
export const english = { ...englishForReaders, ...englishForDesk };
