import type { Role } from "#lib/domain/actor";

/** The second factor: setting it up, being asked for it, and asking it of others. Days and times come in as words already. */

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

const group: Record<Role, string> = { CONTRIBUTOR: "contributors", EDITOR: "editors", ADMIN: "admins" };
const Group: Record<Role, string> = { CONTRIBUTOR: "Contributors", EDITOR: "Editors", ADMIN: "Admins" };

const fields = {
  code: "Code",
  codeHint: "The six digits that your app shows for Onrecord now, or one of your recovery codes.",
  linkHint:
    "From your app, or one of your recovery codes: the link alone doesn’t open an account that has a second factor.",
  newCodeHint: "The six digits that the app shows now.",
  password: "Password",
};

const step = {
  title: "One more step",
  intro: (name: string) => `${name}, your password is right. Now show that it is you.`,
  submit: "Sign in",
  working: "Signing in…",
  lost: "Lost your phone?",
  lostHow:
    "Type one of the recovery codes that you were given when you set this up. Without one, whoever runs Onrecord’s machine can let you in again.",
  otherAccount: "Sign in as somebody else",
  setUpTitle: "Set up a second factor",
  setUpIntro: (name: string, role: Role) =>
    `${name}, your password is right. ${Group[role]} here need a second factor: set one up, and you are in.`,
};

const setUp = {
  title: "Code from an app",
  about:
    "An app on your phone makes a code of six digits, a new one every half minute. Signing in then asks for it after the password, so that a password alone opens nothing.",
  begin: "Set up an app",
  beginAnew: "Begin with a new secret",
  scan: "1. Scan this with an authenticator app, for example Aegis, FreeOTP, Google Authenticator or 1Password.",
  qr: "QR code for an authenticator app. The secret below says the same.",
  secret: "Or type this secret into it",
  confirm: "2. Type the code that the app shows",
  submit: "Turn it on",
  working: "Working…",
  isOn: "On. Signing in asks for a code from your app.",
  isOff: "Off. Your password alone signs you in.",
  isRequired: (role: Role) => `${Group[role]} here need a second factor.`,
};

const codes = {
  title: "Recovery codes",
  about:
    "Each lets you in once, where your phone is lost. They are shown only now: print them, or keep them in a password manager, and not on the phone.",
  list: "Your recovery codes",
  copy: "Copy the codes",
  copied: "Copied.",
  notCopied: "Copying isn’t allowed here. Select the codes and copy them yourself.",
  kept: "I have kept them",
  goOn: "I have kept them: go on",
  left: (n: number) => `${n} recovery ${plural(n, "code works", "codes work")}.`,
  few: (n: number) =>
    n === 0
      ? "You have no recovery code left. Make new ones now."
      : `Only ${n} recovery ${plural(n, "code is", "codes are")} left. Make new ones soon.`,
  make: "Make new recovery codes",
  makeNote: "The old ones stop working.",
};

const remove = {
  open: "Turn it off",
  note: "Your password alone signs you in then. Give it, and a code, to turn this off.",
  submit: "Turn it off",
  isDone: "The second factor is off.",
};

const rules = {
  title: "Second factor",
  about:
    "Whoever has one signs in with a password and a code. Where a role needs it, those who have none are signed out, and set one up when they sign in again.",
  role: Group,
  isNeeded: "Needed",
  isFree: "Left to each person",
  need: "Make it needed",
  free: "Leave it to each person",
  of: (role: Role) => ` (${group[role]})`,
  needTitle: (role: Role) => `Make a second factor needed for ${group[role]}?`,
  needNote: "Those who have none are signed out at once, and set one up when they sign in again.",
  freeTitle: (role: Role) => `No longer make a second factor needed for ${group[role]}?`,
  freeNote: "Those who have one keep it, and may turn it off.",
  isSet: (role: Role, isNeeded: boolean) =>
    isNeeded ? `${Group[role]} need a second factor now.` : `${Group[role]} need no second factor any more.`,
};

const errors = {
  wrongCode: "That code isn’t right, or was used. Wait for the next one in your app and type that.",
  wrongNewCode:
    "That code doesn’t belong to this secret. Look whether the phone’s clock is right, then type the code that it shows now.",
  wrongPassword: "That isn’t your password.",
  stepOver: "This sign-in took too long, or was ended. Give your e-mail and password again.",
  isOn: "This is on already. Reload the page to see it.",
  isOff: "This is off already. Reload the page to see it.",
  isRequired: "Your role needs a second factor, and this is the only one you have.",
  sameRule: "This is so already. Reload the page to see it.",
  yoursFirst:
    "Set up a second factor of your own first, on the page of your account: otherwise you would be out.",
  noKey:
    "Codes can’t be checked: ONRECORD_SEALING_KEY is not set on the server. Tell whoever runs Onrecord; a recovery code works meanwhile.",
  otherKey:
    "Codes can’t be checked: the server’s sealing key isn’t the one that your secret was sealed with. Tell whoever runs Onrecord; a recovery code works meanwhile.",
};

/** Sentences of the history. */
const changes = {
  setUp: (who: string) => `${who} turned a second factor on`,
  removed: (who: string) => `${who} turned a second factor off`,
  newCodes: (who: string) => `${who} made new recovery codes`,
  usedCode: (who: string) => `${who} signed in with a recovery code`,
  rule: (actor: string, role: Role | undefined, isNeeded: boolean | undefined) => {
    const whom = role === undefined ? "a role" : group[role];
    return isNeeded === false
      ? `${actor} no longer asks ${whom} for a second factor`
      : `${actor} asks ${whom} for a second factor`;
  },
};

export const secondFactor = { fields, step, setUp, codes, remove, rules, errors, changes };
