/** One's own account: the password, the browsers that are signed in. Days and times come in as words already. */

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

const password = {
  title: "Password",
  note: "Every other browser that is signed in as you is signed out.",
  old: "Your password now",
  new: "New password",
  submit: "Change the password",
  working: "Saving…",
  done: (ended: number) =>
    ended === 0
      ? "Your password is changed."
      : `Your password is changed, and ${ended} other ${plural(ended, "browser is", "browsers are")} signed out.`,
  wrong: "That isn’t your password. Try again; if you have forgotten it, ask an admin for a link.",
  same: "This is the password that you have. Choose another.",
};

const sessions = {
  title: "Where you are signed in",
  note: "Browsers and networks by name, so that you know your own. If one isn’t yours, end it and change your password.",
  columns: { device: "Browser", network: "From", since: "Signed in", seen: "Last seen", actions: "Actions" },
  here: "This one",
  device: (browser: string | null, system: string | null) => {
    if (browser === null && system === null) return "A browser that gave no name";
    if (browser === null) return `A browser on ${system}`;
    return system === null ? browser : `${browser} on ${system}`;
  },
  unknownNetwork: "Unknown",
  thisMachine: "The machine that Onrecord runs on",
  end: "Sign out",
  isEnded: (device: string) => `${device} is signed out.`,
  endOthers: "Sign out all others",
  othersEnded: (n: number) => `${n} other ${plural(n, "browser is", "browsers are")} signed out.`,
  noOthers: "You are signed in nowhere else.",
  gone: "This browser is signed out already. Reload the page to see what is left.",
};

export const ownAccount = { password, sessions };
