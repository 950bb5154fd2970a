import type { DeliveryState, WebhookEvent, WebhookStop } from "#lib/domain/webhooks";
import { plural } from "./plural";

/** The screens of webhooks. Days and times come in as words already. */

const events: Record<WebhookEvent, string> = {
  PUBLISHED: "Something is published",
  CORRECTED: "Something published is corrected",
  WITHDRAWN: "Something published is withdrawn",
  FELL_DUE: "A published promise falls due",
  TEST: "A test",
};
const short: Record<WebhookEvent, string> = {
  PUBLISHED: "Published",
  CORRECTED: "Corrected",
  WITHDRAWN: "Withdrawn",
  FELL_DUE: "Fell due",
  TEST: "Test",
};
const states: Record<DeliveryState, string> = {
  WAITING: "Waits",
  DELIVERED: "Delivered",
  FAILED: "Failed",
  STOPPED: "Not sent",
};
const stops: Record<WebhookStop, (moment: string) => string> = {
  PAUSED: (moment) => `Paused ${moment}. Nothing is sent.`,
  GONE: (moment) => `Switched off ${moment}: its address said that nothing is there any more.`,
  FAILING: (moment) => `Switched off ${moment}: it failed for five days.`,
};

export const webhooks = {
  kicker: "Admin",
  title: "Webhooks",
  intro:
    "Addresses that are told when something is published, corrected or withdrawn, or a promise falls due. A message holds ids and addresses, and no word of a page. It is signed, so that its receiver knows that it is ours.",
  count: (n: number) => (n === 0 ? "No webhook" : plural(n, "webhook", "webhooks")),
  none: "No webhook was added yet.",
  columns: { address: "Address", events: "Told of", state: "State" },
  add: {
    title: "Add a webhook",
    address: "Address",
    addressHint: "It begins with https://. Whoever runs Onrecord can allow others.",
    note: "Note",
    noteHint: "What it is for, and whom to ask. You may leave it out.",
    events: "Tell it when",
    submit: "Add the webhook",
  },
  secret: {
    label: (host: string) => `Secret of ${host}`,
    note: "It is shown this once. The receiver checks signatures with it; keep it there, and nowhere else.",
    copy: "Copy the secret",
    copied: "Copied.",
    notCopied: "It couldn’t be copied. Select it and copy it by hand.",
    done: "Done",
  },
  back: "All webhooks",
  facts: {
    title: "Settings",
    events: "Told of",
    note: "Note",
    added: "Added",
    by: (moment: string, name: string) => `${moment}, by ${name}`,
    state: "State",
    waiting: "Waiting",
    messages: (n: number) => plural(n, "message", "messages"),
    missed: "Not kept",
    missedWhy: (n: number, most: number) =>
      `${plural(n, "message wasn’t", "messages weren’t")} kept, because ${most.toLocaleString("en")} waited.`,
    secrets: "Secrets",
    oneSecret: "One signs.",
    twoSecrets: (moment: string) => `Two sign until ${moment}: the new one, and the one before it.`,
  },
  events,
  short,
  works: "Works",
  failing: (moment: string) => `Fails since ${moment}. It is tried again.`,
  stops,
  taken: "It was taken.",
  ends: "Nothing more is wanted: the webhook is switched off.",
  test: "Send a test",
  tested: "The test is on its way. What comes back stands first in the log.",
  pause: "Pause",
  paused: "It is paused. What waited isn’t sent.",
  resume: "Go on",
  resumed: "It is told of what happens from now on.",
  rotate: {
    act: "Make a new secret",
    title: "Make a new secret?",
    note: "It is shown once. The secret from before signs too for a day, so that the receiver has the time to change over.",
  },
  delete: {
    act: "Delete",
    title: (host: string) => `Delete the webhook of ${host}?`,
    note: "Nothing is sent any more, and its log goes with it. That can’t be taken back.",
  },
  log: {
    title: "What was sent",
    kept: (messages: number, days: number) =>
      `The last ${messages} messages are kept, for ${days} days. What failed is sent again after 5 seconds, 5 minutes, half an hour, 2, 5, 10, 14, 20 and 24 hours.`,
    none: "Nothing was sent yet.",
    columns: { what: "What", state: "State", answer: "What came back", acts: "Actions" },
    states,
    next: (moment: string) => `Next try ${moment}`,
    tries: (n: number) => plural(n, "try", "tries"),
    last: (moment: string) => `the last ${moment}`,
    status: (status: number, ms: number) => `${status}, after ${ms} ms`,
    noStatus: (ms: number) => `No answer, after ${ms} ms`,
    said: "What it said",
    nothing: "–",
    resend: "Send again",
    ofMessage: (what: string, moment: string) => `${what}, ${moment}`,
    resent: "It is on its way again.",
    older: "Older",
    newest: "The latest",
    pages: "Parts of the log",
  },
  errors: {
    longAddress: "Keep the address under 2,000 characters",
    noEvent: "Choose at least one thing to tell it of",
    tooMany: "There are 20 webhooks. Delete one that isn’t used any more first.",
    notHere: "This webhook isn’t here any more. Reload the page to see those there are.",
    stopped: "This webhook is paused or switched off. Let it go on first.",
    notStopped: "This webhook isn’t paused. Reload the page to see where it stands.",
    otherKey:
      "Its secret can’t be opened: ONRECORD_SEALING_KEY isn’t the one that it was. Put that back, or make a new secret.",
  },
};
