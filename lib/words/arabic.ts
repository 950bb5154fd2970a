import { about } from "./arabic/about";
import {
  common,
  cutOut,
  errors,
  joinedClaims,
  lostPages,
  publicAgreement,
  publisherKinds,
  sentComplaints,
} from "./arabic/around";
import { assessment } from "./arabic/assessment";
import { dates } from "./arabic/dates";
import { embeds } from "./arabic/embeds";
import { evidencePack } from "./arabic/evidence-pack";
import { labels } from "./arabic/labels";
import { lists } from "./arabic/lists";
import { promiseLedger, promises, promiseTemplates } from "./arabic/promises";
import { publicApi } from "./arabic/public-api";
import { reader } from "./arabic/reader";
import { reports } from "./arabic/reports";
import { searchFacets } from "./arabic/search-facets";
import { syndication } from "./arabic/syndication";
import { terms, termsPage } from "./arabic/terms";
import { textSources } from "./arabic/text-sources";
import { topicPages } from "./arabic/topics";
import { trackRecords } from "./arabic/track-records";
import type { ReaderWords } from "./english";

/** Everything that Onrecord says to readers in Modern Standard Arabic. */
export const arabic: ReaderWords = {
  language: "ar",
  direction: "rtl",
  dates,
  lists,
  common,
  errors,
  sentComplaints,
  terms,
  termsPage,
  labels,
  reader,
  assessment,
  joinedClaims,
  cutOut,
  textSources,
  lostPages,
  promises,
  promiseLedger,
  promiseTemplates,
  trackRecords,
  topicPages,
  publisherKinds,
  publicAgreement,
  searchFacets,
  about,
  reports,
  embeds,
  evidencePack,
  syndication,
  publicApi,
};
