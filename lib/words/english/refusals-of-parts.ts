import { heldBack } from "./threads";

const quoted = (words: string) => `“${words}”`;

/** What the verbs of single parts of the desk say when they refuse. */
export const refusalsOfParts = {
  // Claims joined and parted.
  claimIntoItself: "This is one claim already. Choose another.",
  claimMergedAway: (wording: string) =>
    `This claim was joined with ${quoted(wording)} meanwhile. Open that one, and go on there; what you typed stays in this form.`,
  claimNotMerged:
    "This claim stands alone already, so there is nothing to part. Reload the page to see how it stands.",
  claimHandedIn: (wording: string) =>
    `${quoted(wording)} waits to be published, so nothing of it can change. Publish or return it first.`,
  manyClaims: "More than 200 claims would be one. Look whether all of them really say the same.",
  // Doubts.
  doubtClosed:
    "This was settled or dismissed meanwhile, or its words were changed. Reload the list to see what is left.",
  doubtGone: "What was compared here was changed since, so there is nothing to list again.",
  // The guideline.
  guidelineNewer:
    "Somebody saved a version since you began. Yours still stands in the field, and theirs is kept: read it, then save again.",
  sameGuideline: "This says the same as the newest version: nothing was saved.",
  // Marks of other programs.
  marksNoJson:
    "This is neither JSON nor WebAnno TSV 3. Give the file as the other program exported it, or paste all of it.",
  marksUnknown:
    "This is JSON, but none that we know: a search of Hypothesis, W3C Web Annotations, or an export of Label Studio.",
  marksNone: "There are no marks in this file.",
  marksMany: "There are more than 1,000 marks in this file. Export those of this page alone.",
  marksManyTags: "There are more than 100 different tags in this file. Export those of this page alone.",
  manyMarkFiles: "Fifty files were given for this version already, and that is as many as are kept.",
  marksImported: "This file was imported already. Reload the page to see by whom.",
  marksEnded: "This file was taken back. Reload the page; it can be given again.",
  marksUnchosen: "The choices are of another file. Reload the page and choose again.",
  marksNoneFit: "None of these marks can be suggested as you chose, so nothing was imported.",
  marksDecided:
    "Somebody decided on a suggestion of this file, so it can’t be taken back. Reject the others one by one.",
  // Where a text is from.
  provenanceStands: "This is confirmed already. Reload the page to see by whom.",
  provenanceDismissed: "This was dismissed already. Reload the page to see by whom, and why.",
  provenanceUndecided: "Nobody has decided on this, so there is nothing to take back. Reload the page.",
  provenanceNamed: "This page is named already. Decide on it in the list above.",
  ownSource:
    "The other page has its text from this one, over others: an article would be its own source. Dismiss one of the steps between them first.",
  noSuchUpstream: "No page that we hold has this address. Give its own address, or have it taken in first.",
  itselfUpstream: "That is this page itself. Give the address of the page that it is from.",
  manyUpstream: "Fifty pages are named already. Dismissing one makes no room: name what matters.",
  // Blind readings.
  readBlind:
    "Two people read this page blind, so nobody reviews it meanwhile. Open the blind reading to see how far it is.",
  readBlindAlready: "This page is read blind already. Open its blind reading.",
  reviewedBefore:
    "Somebody reviewed this version, so others could see its labels, and nobody can read it blind any more. Choose a page that nobody has reviewed.",
  readingOver: "This blind reading is over, or was called off. Reload the page to see where it stands.",
  passYours: "You read this page already. One person does one of the two passes.",
  passGivenUp: "You gave this pass up. Somebody else reads the page.",
  ownReading: "You asked for this blind reading, so two other people read it.",
  sawLabels:
    "You wrote, published or compared labels of this page before. A blind pass is by somebody who hasn’t seen any.",
  passesTaken: "Two people read this page already.",
  passIn: "This pass was handed in, so it doesn’t change any more.",
  passesMissing: "Both passes have to be in before they are compared.",
  readItYourself: "You read this page yourself. Somebody who didn’t read it settles what differs.",
  unsettled:
    "Two people read this page blind, and it isn’t settled where they differ. Finish settling it; then hand it in.",
  unitsWait: (n: number) =>
    n === 1
      ? "One place waits for a decision. Decide it, then finish."
      : `${n} places wait for a decision. Decide each of them, then finish.`,
  manyMarks: "A pass holds 2,000 statements at most. Remove some, then go on.",
  // The scale of verdicts.
  scaleNewer:
    "Somebody saved a version since you began. Yours still stands in the fields, and theirs is kept: read it, then save again.",
  sameScale: "This says the same as the version in force: nothing was saved.",
  codeTwice: "Another verdict has this code already: programs couldn’t tell the two apart.",
  wordTwice: "Another verdict has this word already: readers couldn’t tell the two apart.",
  codeMeansAnother:
    "This code had another meaning in an earlier version, and verdicts were published by it. Give what means something else a code of its own.",
  manyFormerCodes:
    "Too many codes have been taken out of the scale by now. Bring one of them back instead of adding another.",
  codeNotInScale: "The scale in force has no such verdict. Choose one of those that it has.",
  verdictOffScale: (name: string) =>
    `“${name}” is no longer on the newsroom’s scale. Choose a verdict that is: what you wrote about it stays.`,
  // Speakers.
  mergedIntoItself: "These are one speaker already. Choose another.",
  mergedAway: (name: string) =>
    `This was merged into “${name}” meanwhile. Reload the page, and go on with that one.`,
  namedAndUnnamed:
    "One of these is a name, the other describes somebody who isn’t named. They stay two; change the statement instead.",
  notMerged:
    "This speaker stands alone already, so there is nothing to part. Reload the page to see how it stands.",
  manyMerged: "More than 200 names would stand for one speaker. Look whether all of them are really one.",
  nameTaken: (name: string) =>
    `Another speaker is called “${name}” with the same role. Merge the two, or give one of them a role that tells them apart.`,
  severalOfName: (name: string) =>
    `Several speakers are called “${name}”. Choose who is meant from the list, or give the new one a role that tells them apart.`,
  // Rules on trial.
  ruleUnknown:
    "Nothing that this rule suggested has been published yet, so it isn’t on trial. Reload the page.",
  ruleIsOff: "Somebody switched this rule off already. Reload the page to see who, and why.",
  ruleIsOn: "This rule is on. Reload the page to see where it stands.",
  // Threads.
  threadResolved: (name: string) => `${name} resolved this thread already. Reload the page to see it.`,
  threadResolvedMeanwhile: (name: string) =>
    `${name} resolved this thread meanwhile. Your words are kept: send them once more, and the thread is open again.`,
  threadsHeldBack: heldBack,
  claimReadBlind:
    "This claim stands on a page that you are reading blind. Hand your reading in first: then you find its threads here.",
  fullThread: "This thread has 200 comments, which is as many as can be. Resolve it and begin another one.",
  manyThreads: "100 threads hang here, which is as many as can be. Go on in one of them.",
  threadWentOn: "Somebody wrote in this thread since you opened it. Read that first; then resolve it.",
  threadOpen: "This thread is open already. Reload the page to see it.",
  othersComment: "Somebody else wrote this comment. Only they can take it back.",
  commentTakenBack: "This comment was taken back already.",
  commentAnswered: "Somebody answered this comment, so it stays. Correct it by another comment.",
  // Topics.
  topicThere: (name: string) => `It has the topic “${name}” already.`,
  topicMergedAway: (name: string) =>
    `This topic was merged into “${name}” meanwhile. Reload the page, and go on with that one.`,
  topicNameTaken: (name: string) =>
    `Another topic is called “${name}”, in the same letters. Merge the two, or choose another name.`,
  manyTopics: "It has ten topics, and more than ten say little. Take one away first.",
  topicIntoItself: "These are one topic already. Choose another.",
  topicNotMerged:
    "This topic stands alone already, so there is nothing to part. Reload the page to see how it stands.",
  manyTopicsMerged: "More than 100 topics would be one. Look whether all of them really are.",
};
