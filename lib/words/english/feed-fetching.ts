import type { FetchingWords } from "./fetching";

/** Why a feed can't be fetched from its address, and what to do: one sentence each, which names the site. */

const ask = "ask the site, or look for its feed’s new address";
/** For what may pass: it is tried again by itself. */
const again = "we try again by ourselves";
const allow = "ask whoever runs Onrecord to allow this host";

export const feedFetching: FetchingWords = {
  malformed: "This is no address of a feed; copy it from the site.",
  scheme:
    "Only addresses that begin with https:// or http:// can be followed; copy the feed’s address from the site.",
  tooLong: "This address is longer than 2,000 characters; look for a shorter one on the site.",
  userinfo: "This address holds a name or a password; take out what stands before the @ and give it again.",
  port: (host, port) =>
    `Feeds are fetched from the ports 80 and 443 only, and ${host} is asked for at port ${port}; ${allow}.`,
  notPublic: (host) =>
    `${host} is not on the public internet, and Onrecord fetches nothing from private networks; ${allow}.`,
  noSuchHost: (host) => `There is no site called ${host}; look for a slip in the address.`,
  nameUnknown: (host) => `The name ${host} could not be looked up; ${again}.`,
  unreachable: (host) => `${host} can’t be reached; ${again}.`,
  tooSlow: (host) => `${host} took too long to answer; ${again}.`,
  cutOff: (host) => `${host} broke off before the feed was whole, so nothing of it was taken; ${again}.`,
  certificate: (host) =>
    `The certificate of ${host} can’t be trusted, so its feed could be anybody’s; ${ask}.`,
  notHttp: (host) => `${host} answers with something that is not of the web; ${ask}.`,
  headersTooLarge: (host) => `${host} sends more before the feed than any feed needs; ${ask}.`,
  tooLarge: (host) => `The feed at ${host} is larger than 4 MB; look for one with fewer items on the site.`,
  compression: (host) => `${host} packs the feed in a way that can’t be unpacked safely or whole; ${ask}.`,
  noType: (host) => `${host} doesn’t say what it sends at this address; ${ask}.`,
  wrongType: (host, type) => `At this address ${host} has ${type}, not a feed; ${ask}.`,
  wrongTypes: {
    pdf: "a PDF file",
    image: "a picture",
    video: "a video",
    audio: "a sound",
    feed: "data of another kind",
    other: "a file of another kind",
  },
  empty: (host) => `${host} answered with nothing in it; ${ask}.`,
  robots: (host) => `${host} asks programs, in its robots.txt, not to fetch this feed; ${ask}.`,
  robotsUnreachable: (host) =>
    `${host} could not say whether programs may fetch its feed (its robots.txt can’t be read now); ${again}.`,
  tooManyRedirects: (host) => `${host} leads on and on and never to a feed; ${ask}.`,
  redirectLoop: (host) => `${host} leads in a circle and never to a feed; ${ask}.`,
  badRedirect: (host) => `${host} leads on to something that is no web address; ${ask}.`,
  downgrade: (host) =>
    `This address leads from https to an unprotected feed of ${host}, which anybody on the way could change; follow that feed’s own address if you trust it.`,
  notFound: (host) => `${host} has no feed at this address any more; ${ask}.`,
  forbidden: (host) => `${host} doesn’t let programs read this feed; ${ask}.`,
  legal: (host) => `${host} may not show this feed for legal reasons; ${ask}.`,
  tooOften: (host) => `${host} asks us to come back later; ${again}.`,
  serverError: (host, status) => `${host} has trouble of its own (it answered ${status}); ${again}.`,
  oddStatus: (host, status) => `${host} answered ${status} instead of a feed; ${ask}.`,
};
