/** Everything that Onrecord says to readers in Modern Standard Arabic. */
export { about } from "./about";
export {
  common,
  cutOut,
  direction,
  errors,
  joinedClaims,
  language,
  lostPages,
  publicAgreement,
  publisherKinds,
  relatedClaims,
  sentComplaints,
} from "./around";
export { article } from "./article";
export { assessment } from "./assessment";
export { dates } from "./dates";
export { due } from "./due";
export { embeds } from "./embeds";
export { evidencePack } from "./evidence-pack";
export { find } from "./find";
export { frame, trouble } from "./frame";
export { labels } from "./labels";
export { lists } from "./lists";
export { method } from "./method";
export { promiseLedger, promises, promiseTemplates } from "./promises";
export { publicApi } from "./public-api";
export { reader } from "./reader";
export { record } from "./record";
export { reports } from "./reports";
export { searchFacets } from "./search-facets";
export { spokenLines } from "./spoken-lines";
export { syndication } from "./syndication";
export { terms, termsPage } from "./terms";
export { textSources } from "./text-sources";
export { topBar } from "./top-bar";
export { topicPages } from "./topics";
export { trackRecords } from "./track-records";
export { turnedAway } from "./turned-away";
export { typing } from "./typing";
