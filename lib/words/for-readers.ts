import type { ReaderWords } from "./english";
import { LANGUAGES } from "./languages";

/**
 * What readers meet, in the language of the installation: ONRECORD_LANGUAGE, English where it is not set. A program that is built
 * holds one language alone: next.config.mjs puts that language's own file in the place of this one.
 *
 * Throws   RangeError for a language that nobody has written.
 */
function wordsIn(name: string): ReaderWords {
  const found = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (found !== undefined) return found;
  throw new RangeError(`ONRECORD_LANGUAGE must be one of ${Object.keys(LANGUAGES).join(", ")}.`);
}

export const {
  about,
  article,
  assessment,
  common,
  cutOut,
  dates,
  direction,
  due,
  embeds,
  errors,
  evidencePack,
  find,
  frame,
  joinedClaims,
  labels,
  language,
  lists,
  lostPages,
  method,
  promiseLedger,
  promiseTemplates,
  promises,
  publicAgreement,
  publicApi,
  publisherKinds,
  reader,
  record,
  relatedClaims,
  reports,
  searchFacets,
  sentComplaints,
  spokenLines,
  syndication,
  terms,
  termsPage,
  textSources,
  topBar,
  topicPages,
  trackRecords,
  trouble,
  turnedAway,
  typing,
} = wordsIn(process.env.ONRECORD_LANGUAGE || "en");
