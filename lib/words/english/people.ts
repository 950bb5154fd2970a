import type { Role } from "#lib/domain/actor";
import type { OrganisationRefusal } from "#lib/domain/organisation";
import type { InvitationPurpose, PersonEvent } from "#lib/domain/people";

import { passkeys } from "./passkeys";
import { secondFactor } from "./second-factor";
import { roles } from "./signed-in";

/** Signing in, joining, and the people screen. Days and times come in as words already. */

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

const duration = (minutes: number) =>
  minutes <= 90 ? `${minutes} ${plural(minutes, "minute", "minutes")}` : `${Math.ceil(minutes / 60)} hours`;

const inSentence = (role: Role) => `${role === "CONTRIBUTOR" ? "a" : "an"} ${roles[role].toLowerCase()}`;

const rolesMean: Record<Role, string> = {
  CONTRIBUTOR: "Contributor: annotates, does not publish",
  EDITOR: "Editor: annotates, reviews, publishes",
  ADMIN: "Admin: all of this, and people",
};

const fields = {
  email: "E-mail",
  name: "Name",
  nameHint: "Colleagues see it beside your work, readers where you published.",
  password: "Password",
  newPassword: "New password",
  passwordHint: "At least 12 characters. A short sentence is good.",
  showPassword: "Show the password",
  role: "Role",
};

const signIn = {
  title: "Sign in to the desk",
  submit: "Sign in",
  working: "Signing in…",
  wrongPair: "That e-mail and password don’t go together. Try again, or set a new password.",
  wrongPairStart: "That e-mail and password don’t go together. Try again, or ",
  wrongPairLink: "set a new password",
  wrongPairEnd: ".",
  tooMany: (minutes: number) =>
    `Too many tries. Try again in ${duration(minutes)}, or ask an admin for a link to set a new password.`,
  forgot: "Forgotten your password?",
  forgotHow: (isMailed: boolean) =>
    `Ask an admin of your newsroom: the people screen makes a link with which you choose a new one. The link works once. ${isMailed ? "It comes by e-mail." : "Nothing is sent by e-mail."}`,
  readers: "Readers need no account.",
  toReaders: "Go to the reader’s pages",
  failed: "You couldn’t be signed in just now. Try again in a moment.",
  organisation: {
    submit: (name: string | null) => `Sign in with ${name ?? "your organisation"}`,
    orPassword: "Or with the password that you have here:",
    refused: {
      unverified:
        "Your organisation has not confirmed your e-mail address to us, so we can’t tell who you are here. Ask those who run its sign-in.",
      unknown:
        "Nobody with your address was invited here. Ask an admin of your newsroom to invite the address that your organisation has for you.",
      closed: "Your account here is disabled. Ask an admin of your newsroom.",
      other:
        "The account with your address belongs to somebody else in your organisation. Ask an admin for a link for a new password: using it makes the account yours again.",
      name: "Your organisation’s name for you is missing, or somebody here is called that already. Join with the link of your invitation, and choose another.",
      failed: "You couldn’t be signed in through your organisation. Try again from here.",
    } satisfies Record<OrganisationRefusal, string>,
  },
};

const join = {
  pageTitle: "Your link",
  titles: {
    SET_UP: "Set up Onrecord",
    JOIN: "Join the desk",
    PASSWORD: "Choose a new password",
  } satisfies Record<InvitationPurpose, string>,
  setUpIntro: "You are the first person here. With this account you invite the others.",
  invited: (by: string | null, role: Role) =>
    by === null ? `You are invited as ${inSentence(role)}.` : `${by} invited you as ${inSentence(role)}.`,
  passwordIntro: (name: string) => `${name}, this replaces your password and signs you out everywhere else.`,
  until: (day: string, time: string) => `This link works once, until ${day}, ${time}.`,
  submit: {
    SET_UP: "Create the account",
    JOIN: "Join",
    PASSWORD: "Set the password",
  } satisfies Record<InvitationPurpose, string>,
  working: "Saving…",
  gone: {
    used: {
      title: "This link was used",
      text: "A link works once. If it was you, sign in. If it wasn’t, tell an admin now.",
    },
    withdrawn: {
      title: "This link was withdrawn",
      text: "There may be a newer one. Ask an admin to send you the latest link.",
    },
    unknown: {
      title: "This link doesn’t lead anywhere",
      text: "Check that the whole address was copied, to its last character. Otherwise ask an admin for a new link.",
    },
  },
  expired: {
    title: "This link has ended",
    text: (day: string, time: string) => `It ended on ${day}, ${time}. Ask an admin for a new one.`,
  },
  setUpGone:
    "Start Onrecord again: while there is no admin, it prints a new set-up link, and only the latest one works.",
  toSignIn: "Go to sign in",
};

const lastAdmin = (name: string) =>
  `${name} is the last admin and can’t be disabled or given another role. Make somebody else an admin first.`;

const page = {
  kicker: "Admin",
  title: "People and roles",
  counts: (active: number, invited: number, disabled: number) => {
    const total = active + invited + disabled;
    const parts = [`${active} active`];
    if (invited > 0) parts.push(`${invited} invited`);
    if (disabled > 0) parts.push(`${disabled} disabled`);
    return `${total} ${plural(total, "person", "people")}: ${parts.join(", ")}`;
  },
  showDisabled: "Show disabled",
  columns: {
    name: "Name",
    role: "Role",
    state: "State",
    lastSeen: "Last seen",
    openItems: "Open items",
    actions: "Actions",
  },
  none: "–",
  active: "Active.",
  withSecondFactor: "With a second factor.",
  activeWithLink: (ends: string) => `Active. Password link ends ${ends}.`,
  invited: (ends: string) => `Invited, not yet joined. Link ends ${ends}.`,
  ended: (ended: string) => `Invited, not joined. Link ended ${ended}.`,
  disabled: (day: string, by: string | null, reason: string | null) =>
    `Disabled ${day}${by === null ? "" : ` by ${by}`}${reason === null ? "" : `: ${reason}`}`,
  today: (time: string) => `Today, ${time}`,
  yesterday: "Yesterday",
  never: "Not yet",
  changeRole: "Change role",
  passwordLink: "Password link",
  disable: "Disable",
  enable: "Enable",
  newLink: "New link",
  withdraw: "Withdraw",
  cancel: "Cancel",
  save: "Save",
  changeRoleOf: (name: string) => `Change the role of ${name}`,
  changeRoleNote: (name: string) => `${name} is signed out and signs in again with the new role.`,
  disableWho: (name: string) => `Disable ${name}?`,
  disableNote: (name: string) =>
    `${name} is out at once and can’t sign in. What they wrote stays, and you can enable them again.`,
  disableReason: "Reason",
  disableReasonHint: "Kept in the record. Admins see it.",
  withdrawWho: (email: string) => `Withdraw the invitation of ${email}?`,
  withdrawNote: "The link stops working. You can invite them again.",
  roleChanged: (name: string, role: Role) => `${name} is ${inSentence(role)} now.`,
  isDisabled: (name: string) => `${name} is disabled and signed out.`,
  isEnabled: (name: string) => `${name} can sign in again.`,
  isWithdrawn: (email: string) => `The invitation of ${email} is withdrawn.`,
};

const invite = {
  title: "Invite",
  submit: "Make invitation link",
  note: (days: number) =>
    `Nothing is sent: you get a link to pass on. It works once and ends after ${days} days.`,
  send: "Send invitation",
  mailNote: (days: number) =>
    `They get a link by e-mail, and nobody else sees it. It works once and ends after ${days} days.`,
  mailed: (to: string) =>
    `A link is on its way to ${to}. If it doesn’t arrive, look under Jobs, or make a new one.`,
  linkFor: (who: string) => `Link for ${who}`,
  linkNote:
    "It works once and ends after 3 days. It is shown only now: copy it, and pass it on where only they read it.",
  copy: "Copy the link",
  copied: "Copied.",
  notCopied: "Copying isn’t allowed here. Select the link and copy it yourself.",
  done: "Done",
};

const factor = secondFactor.changes;

/** Nothing is said where the event is of a time that didn't tell. */
function linkOf(event: PersonEvent | null): string {
  if (event?.linkBy === undefined) return "";
  return event.linkBy === null ? " with a link of the machine’s" : ` with a link of ${event.linkBy}`;
}

const changes = {
  title: "What changed",
  none: "Nothing yet.",
  byProduct: "Onrecord",
  /** One event as a sentence. `event` is null where its content was erased by law. */
  sentence: (action: string, actor: string, event: PersonEvent | null): string => {
    const who = event?.who ?? "somebody";
    const as = event?.role ? ` as ${roles[event.role].toLowerCase()}` : "";
    switch (action) {
      case "person.invite":
        return `${actor} invited ${who}${as}`;
      case "person.withdrawInvitation":
        return `${actor} withdrew the invitation of ${who}`;
      case "person.renewInvitation":
        return `${actor} made a new link for ${who}`;
      case "person.passwordLink":
        return `${actor} made a password link for ${who}`;
      case "person.setRole":
        return event?.role ? `${actor} made ${who} ${inSentence(event.role)}` : `${actor} changed a role`;
      case "person.disable":
        return `${actor} disabled ${who}${event?.reason ? `: ${event.reason}` : ""}`;
      case "person.enable":
        return `${actor} enabled ${who}`;
      case "person.join":
        return `${who} joined${as}`;
      case "person.setPassword":
        return `${who} set a new password${linkOf(event)}`;
      case "person.confirmLinks":
        return `${who} confirmed that they set it`;
      case "person.letIn":
        return `Whoever runs the machine made a password link for ${who}${event?.isFactorLost ? " and took their second factor off" : ""}${event?.reason ? `: ${event.reason}` : ""}`;
      case "person.changePassword":
        return `${who} changed their password`;
      case "person.setUpFactor":
        return factor.setUp(who);
      case "person.removeFactor":
        return factor.removed(who);
      case "person.newRecoveryCodes":
        return factor.newCodes(who);
      case "person.addPasskey":
        return passkeys.changes.added(who);
      case "person.removePasskey":
        return passkeys.changes.removed(who);
      case "person.useRecoveryCode":
        return factor.usedCode(who);
      case "person.requireFactor":
        return factor.rule(actor, event?.role, event?.isNeeded);
      case "person.setUpLink":
        return `${actor} made the set-up link`;
      default:
        return `${actor} changed something about ${who}`;
    }
  },
};

const errors = {
  nameTaken:
    "Somebody here has this name, or one that looks like it. Add a middle name or a nickname, so that readers can tell you apart.",
  hasAccount: "Somebody with this address has an account already. Look for them in the list.",
  isInvited: "This address is invited already. Make a new link for it in the list.",
  isDisabled: "This account is disabled. Enable it first.",
  sameRole: "They have this role already. Choose another.",
  linkGone: "This link no longer works: it was used, withdrawn, or has ended. Ask an admin for a new one.",
  notForYou: (role: Role) => `This part is for admins. You are signed in as ${inSentence(role)}.`,
  notForYouTitle: "Not with your role",
};

export const people = {
  roles,
  rolesMean,
  fields,
  signIn,
  join,
  lastAdmin,
  firstAdmin: "the first admin",
  linkUsed: (day: string, madeBy: string | null) =>
    madeBy === null
      ? `Your password was set on ${day} with a link that was made on the machine that Onrecord runs on. If that wasn’t you, tell whoever runs it at once.`
      : `Your password was set on ${day} with a link that ${madeBy} made. If that wasn’t you, tell another admin at once.`,
  linkKnown: "It was me",
  letIn: {
    usage:
      'Give one address and the reason: npm run let-in -- name@example.org --reason "Forgot the password, rang me". With --lost-factor their second factor is taken off as well.',
    unknown: (email: string) =>
      `Nobody here has the address ${email}. Look at how it is written under People.`,
    made: (who: string, link: string) =>
      `This link lets ${who} choose a new password. It works once and ends after 3 days; hand it on where only they read it:\n  ${link}`,
    factorOff: (who: string) => `The second factor of ${who} is off, and they are signed out everywhere.`,
    told: "The history says that this was done on the machine, and why.",
  },
  page,
  invite,
  changes,
  errors,
};
