/** Sentences about speakers: who they are, that two are one, and that one is two. */

export const speakerRefusals = {
  mergedIntoItself: "These are one speaker already. Choose another.",
  mergedAway: (name: string) =>
    `This was merged into “${name}” meanwhile. Reload the page, and go on with that one.`,
  namedAndUnnamed:
    "One of these is a name, the other describes somebody who isn’t named. They stay two; change the statement instead.",
  notMerged: "This speaker stands alone already, so there is nothing to part. Reload the page to see how it stands.",
  manyMerged: "More than 200 names would stand for one speaker. Look whether all of them are really one.",
  nameTaken: (name: string) =>
    `Another speaker is called “${name}” with the same role. Merge the two, or give one of them a role that tells them apart.`,
  severalOfName: (name: string) =>
    `Several speakers are called “${name}”. Choose who is meant from the list, or give the new one a role that tells them apart.`,
};

/** A name with its role, where one is set. */
const called = ({ name, role }: { readonly name: string; readonly role: string | null }) =>
  role === null ? name : `${name}, ${role}`;

/** What the history keeps of an act: it stands between quotation marks there. */
const told = {
  named: (before: Parameters<typeof called>[0], after: Parameters<typeof called>[0]) =>
    `from ${called(before)} to ${called(after)}`,
  merged: (from: string, into: string, reason: string) => `${from} is ${into}. ${reason}`,
  parted: (name: string, from: string, reason: string) => `${name} is not ${from}. ${reason}`,
};

export const speakers = {
  called,
  told,
};
