import type { Role } from "#lib/domain/actor";

export const roles: Record<Role, string> = { CONTRIBUTOR: "Contributor", EDITOR: "Editor", ADMIN: "Admin" };

/** What stands on every page for those who are signed in, and in its buttons. */
export const signedIn = {
  label: "Your account",
  who: (name: string, role: Role) => `${name}, ${roles[role].toLowerCase()}`,
  signOut: "Sign out",
  toAccount: "Your account",
  toDesk: "Go to the desk",
  /** Said to screen readers, so that each of many equal buttons names its person. */
  of: (name: string) => ` (${name})`,
  /** While an act is under way. */
  working: "Working…",
  /** Of a part of the screen that comes when it is opened. */
  notFetched:
    "This can’t be fetched now. Try again when there is a connection; if it still doesn’t come, load the page again. Words that you typed are kept.",
};
