/** Why a page can't be fetched from its address, and what to do: one sentence each, which names the site. */

/** `give` is what to do by hand; `ifItStays` is for what may pass: it is tried again by itself first. */
export const fetchingWords = (give: string, ifItStays = `if it stays so, ${give}`) => ({
  malformed: "This is no address of a web page; copy it from the browser’s address bar.",
  scheme: "Only addresses that begin with https:// or http:// can be fetched; copy it from the browser.",
  tooLong: "This address is longer than 2,000 characters; give the page’s short address or its file.",
  userinfo: "This address holds a name or a password; take out what stands before the @ and give it again.",
  port: (host: string, port: number) =>
    `Pages are fetched from the ports 80 and 443 only, and ${host} is asked for at port ${port}; ${give}, or ask whoever runs Onrecord to allow it.`,
  notPublic: (host: string) =>
    `${host} is not on the public internet, and Onrecord fetches nothing from private networks; ${give}, or ask whoever runs Onrecord to allow this host.`,
  noSuchHost: (host: string) => `There is no site called ${host}; look for a slip in the address.`,
  nameUnknown: (host: string) =>
    `The name ${host} could not be looked up; if it stays so, look for a slip in it, or have the connection of this machine checked.`,
  unreachable: (host: string) => `${host} can’t be reached; ${ifItStays}.`,
  tooSlow: (host: string) => `${host} took too long to answer; ${ifItStays}.`,
  cutOff: (host: string) =>
    `${host} broke off before the page was whole, so nothing of it was kept; ${ifItStays}.`,
  certificate: (host: string) =>
    `The certificate of ${host} can’t be trusted, so its page could be anybody’s; ${give} if your browser trusts it.`,
  notHttp: (host: string) => `${host} answers with something that is not a web page; ${give}.`,
  headersTooLarge: (host: string) => `${host} sends more before the page than any page needs; ${give}.`,
  tooLarge: (host: string) => `The page at ${host} is larger than 4 MB; paste the part with the article.`,
  compression: (host: string) =>
    `${host} packs the page in a way that can’t be unpacked safely or whole; ${give}.`,
  noType: (host: string) => `${host} doesn’t say that this is a web page; ${give} if it is one.`,
  wrongType: (host: string, type: string) =>
    `At this address ${host} has ${type}, not a web page; give the address of the page that shows it, or ${give}.`,
  wrongTypes: {
    pdf: "a PDF file",
    image: "a picture",
    video: "a video",
    audio: "a sound",
    feed: "a feed or other data",
    other: "a file of another kind",
  },
  empty: (host: string) => `${host} answered with an empty page; open it in your browser, and ${give}.`,
  robots: (host: string) =>
    `${host} asks programs, in its robots.txt, not to fetch this page; open it in your browser, and ${give}.`,
  robotsUnreachable: (host: string) =>
    `${host} could not say whether programs may fetch its pages (its robots.txt can’t be read now); ${ifItStays}.`,
  tooManyRedirects: (host: string) => `${host} leads on and on and never to a page; ${give}.`,
  redirectLoop: (host: string) => `${host} leads in a circle and never to a page; ${give}.`,
  badRedirect: (host: string) => `${host} leads on to something that is no web address; ${give}.`,
  downgrade: (host: string) =>
    `This address leads from https to an unprotected page of ${host}, which anybody on the way could change; give that page’s own address if you trust it.`,
  notFound: (host: string) =>
    `${host} has no page at this address any more; look for a slip in it, or find the page in an archive.`,
  forbidden: (host: string) =>
    `${host} doesn’t let programs read this page; open it in your browser, and ${give}.`,
  legal: (host: string) => `${host} may not show this page for legal reasons; find it in an archive.`,
  tooOften: (host: string) => `${host} asks us to come back later; ${ifItStays}.`,
  serverError: (host: string, status: number) =>
    `${host} has trouble of its own (it answered ${status}); ${ifItStays}.`,
  oddStatus: (host: string, status: number) =>
    `${host} answered ${status} instead of a page; open it in your browser, and ${give}.`,
});

export const fetching = fetchingWords("save the page in your browser and give it as a file");

/** The same things to say of something else that is fetched: a feed (words/feed-fetching.ts). */
export type FetchingWords = typeof fetching;
