import { about } from "./english/about";
import { assessment, deskAssessment } from "./english/assessment";
import { assigning } from "./english/assigning";
import { backups } from "./english/backups";
import { bulk } from "./english/bulk-imports";
import { changed } from "./english/changed";
import { claimMerging, joinedClaims } from "./english/claim-merging";
import { command } from "./english/command";
import { complaints, sentComplaints } from "./english/complaints";
import { dates } from "./english/dates";
import { desk } from "./english/desk";
import { deskClaims } from "./english/desk-claims";
import { deskPromises } from "./english/desk-promises";
import { deskReports } from "./english/desk-reports";
import { deskTemplates } from "./english/desk-templates";
import { doubts } from "./english/doubts";
import { embeds } from "./english/embeds";
import { evidencePack } from "./english/evidence-pack";
import { evidenceFetching, evidenceSnapshots } from "./english/evidence-snapshots";
import { evidenceWatch } from "./english/evidence-watch";
import { factCheckFetching, factChecks } from "./english/fact-checks";
import { feedFetching } from "./english/feed-fetching";
import { feedWords } from "./english/feeds";
import { fetching } from "./english/fetching";
import { guideline } from "./english/guideline";
import { help } from "./english/help-in-place";
import { history } from "./english/history";
import { imports } from "./english/imports";
import { jobs } from "./english/jobs";
import { labelExport } from "./english/label-export";
import { labels } from "./english/labels";
import { lists } from "./english/lists";
import { live } from "./english/live";
import { losingPages, lostPages } from "./english/lost-pages";
import { mail } from "./english/mail";
import { marks } from "./english/marks";
import { matches } from "./english/matches";
import { matching } from "./english/matching";
import { navigation } from "./english/navigation";
import { notices } from "./english/notices";
import { ownAccount } from "./english/own-account";
import { pages } from "./english/pages";
import { partReadings } from "./english/part-readings";
import { passkeys } from "./english/passkeys";
import { people } from "./english/people";
import { cutOut, posts } from "./english/posts";
import { api } from "./english/program-imports";
import { promiseLedger } from "./english/promise-ledger";
import { promiseTemplates } from "./english/promise-templates";
import { promises } from "./english/promises";
import { proof } from "./english/proof";
import { proposals } from "./english/proposals";
import { provenance } from "./english/provenance";
import { publicApi } from "./english/public-api";
import { publisherKinds, publishers } from "./english/publishers";
import { queueActs } from "./english/queue-acts";
import { queueItems } from "./english/queue-items";
import { queueList } from "./english/queue-list";
import { quotaWords } from "./english/quotas";
import { reader } from "./english/reader";
import { publicAgreement, readings } from "./english/readings";
import { reasons } from "./english/reasons";
import { recordWords } from "./english/record-checks";
import { refusals } from "./english/refusals";
import { reports } from "./english/reports";
import { savedLists } from "./english/saved-lists";
import { scale } from "./english/scale";
import { searchFacets } from "./english/search-facets";
import { searchPlaces } from "./english/search-places";
import { secondFactor } from "./english/second-factor";
import { securityLog } from "./english/security-log";
import { several } from "./english/several-imports";
import { speakers } from "./english/speakers";
import { suggestionTrials } from "./english/suggestion-trials";
import { sureSuggestions } from "./english/sure-suggestions";
import { syndication } from "./english/syndication";
import { terms, termsPage } from "./english/terms";
import { textSources } from "./english/text-sources";
import { threads } from "./english/threads";
import { tokens } from "./english/tokens";
import { topicPages, topics } from "./english/topics";
import { trackRecords } from "./english/track-records";
import { versionRefusals, versions } from "./english/versions";
import { webhookSending } from "./english/webhook-sending";
import { webhooks } from "./english/webhooks";

/** Everything that Onrecord says in English. Plain text only. Functions take what varies. Sections follow the screens. */

/** Words that several screens share. */
const common = {
  name: "Onrecord",
  tagline: "Onrecord tells what was reported from what was merely said.",
  skip: "Skip to the content",
  noVerdict: "No verdict yet",
};

/** Sentences for things that went wrong. Each says what is wrong and what to do. */
const errors = {
  unexpected: (reference: string) =>
    `Something went wrong on our side, and nothing was saved. Try again; if it happens again, give an admin this number: ${reference}.`,
  foreignOrigin: (origin: string) =>
    `This form was sent from another address than Onrecord’s own, so nothing was done. Open ${origin} and try again. If that isn’t where you reach Onrecord, whoever runs it has to set ONRECORD_URL.`,
  notFound: "This isn’t here. It may have been removed, or the address is mistyped.",
  busy: "The database has too much to do right now, so nothing was saved. Try again in a moment.",
  noRoom:
    "There is too little room left on the disk, so nothing new is taken in. What is there can be read. An admin has to make room; then this works again by itself.",
  unstorable: "This holds a character that can’t be stored. Delete it or type it anew, then save again.",
};

/** The same, for people who are signed in. */
const deskErrors = {
  stale:
    "Someone changed this since you opened it. Your own words are kept below; look at theirs, then save again.",
  notAllowed: "Your role doesn’t allow this. Ask an admin if it should.",
  notSignedIn: "You are signed out. Sign in again; what you typed is kept.",
};

/** What is said, whatever the words: sentences are strings, and functions of what varies. */
export type Told<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Told<Said>
    : { readonly [Name in keyof T]: Told<T[Name]> };

/** What readers meet: pages, feeds, cards and answers for programs. Every language writes all of it. */
export const englishForReaders = {
  /** As BCP 47 names it: `<html lang>`, and the order in which names are sorted. */
  language: "en" as string,
  /** `<html dir>`; one of `ltr` and `rtl`. */
  direction: "ltr" as string,
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

/** What every language of the readers has to say. */
export type ReaderWords = Told<typeof englishForReaders>;

export const english = {
  ...englishForReaders,
  // The desk, mail to those who work there, and commands.
  deskLanguage: { language: "en", direction: "ltr" },
  deskErrors,
  complaints,
  marks,
  reasons,
  refusals,
  versionRefusals,
  desk,
  deskAssessment,
  deskClaims,
  doubts,
  deskPromises,
  deskReports,
  deskTemplates,
  losingPages,
  speakers,
  topics,
  claimMerging,
  evidenceSnapshots,
  evidenceWatch,
  factChecks,
  partReadings,
  proposals,
  provenance,
  publishers,
  labelExport,
  sureSuggestions,
  people,
  navigation,
  ownAccount,
  mail,
  matches,
  matching,
  savedLists,
  suggestionTrials,
  threads,
  live,
  notices,
  secondFactor,
  passkeys,
  securityLog,
  proof,
  feeds: feedWords,
  imports,
  severalImports: several,
  pages,
  posts,
  versions,
  help,
  guideline,
  scale,
  history,
  changed,
  assigning,
  searchPlaces,
  queueActs,
  queueItems,
  queueList,
  quotas: quotaWords,
  recordChecks: recordWords,
  readings,
  jobs,
  tokens,
  webhookSending,
  webhooks,
  /** What the API says to programs that bring pages. */
  programs: api,
  fetching,
  evidenceFetching,
  factCheckFetching,
  feedFetching,
  /** What the commands `analyse`, `import`, `backup` and `restore` say. */
  command,
  bulkImports: bulk,
  backups,
};
