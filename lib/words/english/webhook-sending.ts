import { type FetchingWords, fetchingWords } from "./fetching";

/** Why a message didn't reach a webhook: one sentence each, which names its host. */

const again = "it is tried again";
const ask = "ask whoever runs it";
const allow = "ask whoever runs Onrecord to allow this host";

export const webhookSending: FetchingWords = {
  ...fetchingWords(ask),
  malformed: "This is no address that can be sent to; delete the webhook and add it anew.",
  scheme: "Only addresses that begin with https:// are sent to.",
  tooLong: "This address is longer than 2,000 characters; give a shorter one.",
  port: (host, port) =>
    `Webhooks are sent to port 443 only, and ${host} is asked for at port ${port}; ${allow}.`,
  notPublic: (host) =>
    `${host} is not on the public internet, and Onrecord sends nothing into private networks; ${allow}.`,
  noSuchHost: (host) => `There is no host called ${host}; ${again}.`,
  nameUnknown: (host) => `The name ${host} could not be looked up; ${again}.`,
  unreachable: (host) => `${host} can’t be reached; ${again}.`,
  tooSlow: (host) => `${host} didn’t answer within 10 seconds; ${again}.`,
  cutOff: (host) => `${host} broke off before its answer was whole; ${again}.`,
  certificate: (host) => `The certificate of ${host} can’t be trusted; ${ask}.`,
  notHttp: (host) => `${host} answers with something that is not of the web; ${ask}.`,
  headersTooLarge: (host) => `${host} sends more before its answer than any answer needs; ${ask}.`,
  compression: (host) => `${host} packs its answer in a way that can’t be unpacked safely; ${ask}.`,
  badRedirect: (host) =>
    `${host} leads on to another address, and no message follows; give that address instead.`,
  downgrade: (host) =>
    `${host} would be sent to over a connection without protection; give an address that begins with https://, or ${allow}.`,
  notFound: (host) => `${host} says that nothing is there any more (410).`,
  tooOften: (host) => `${host} asks us to come back later (429); ${again}.`,
  serverError: (host, status) => `${host} has trouble of its own (it answered ${status}); ${again}.`,
  oddStatus: (host, status) => `${host} answered ${status}, which doesn’t say that the message was taken.`,
};
