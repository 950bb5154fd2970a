/** Passkeys: making them, showing them. Days come in as words already. */
export const passkeys = {
  title: "Passkeys",
  about:
    "A passkey is kept by your phone, your computer or a key that you plug in, and opened with a fingerprint, a face or a PIN. It signs you in by itself, and can’t be told to anybody or typed into a false page.",
  none: "You have none yet.",
  impossible:
    "Passkeys belong to a name, reached by https. This Onrecord is reached by a number or without encryption, so none can be made here.",
  columns: { name: "Name", made: "Made", used: "Last used", actions: "Actions" },
  never: "Not yet",
  name: "Name",
  nameHint: "What keeps it, for example: phone, or the key on my ring.",
  begin: "Make a passkey",
  make: "Ask this device",
  working: "Working…",
  waiting: "Answer your device…",
  save: "Save the passkey",
  isMade: (name: string) => `The passkey ${name} is made.`,
  remove: "Remove",
  of: (name: string) => ` (${name})`,
  removeWhich: (name: string) => `Remove the passkey ${name}?`,
  removeNote: "It signs you in no longer. Remove it from the device as well: Onrecord can’t.",
  isRemoved: (name: string) => `The passkey ${name} is removed.`,
  use: "Sign in with a passkey",
  useAgain: "Or show a passkey",
  notShown: "No passkey was shown. Try again, or go on without one.",
  notMadeHere: "No passkey was made. This device may have one of yours already, or has no way to keep one.",
  errors: {
    noName: "Say what keeps it",
    longName: "Keep the name under 80 characters",
    wrong:
      "This passkey opens nothing here: it was removed, or the question was too old. Try again, or use your password.",
    notMade: "The device’s answer doesn’t fit the question, or came too late. Make the passkey again.",
    tooMany: "You have 20 passkeys. Remove one that you no longer use first.",
    gone: "This passkey is gone already. Reload the page to see those that you have.",
  },
  changes: {
    added: (who: string) => `${who} made a passkey`,
    removed: (who: string) => `${who} removed a passkey`,
  },
};
