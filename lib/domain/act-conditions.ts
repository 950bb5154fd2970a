import type { Action, Actor } from "./actor";

/** What an act asks for besides the role: room on the disk, and that somebody showed that it is them. */

/** What takes something new in. The rest ends, takes back or guards, and takes next to no room. */
const TAKES_IN: ReadonlySet<Action> = new Set<Action>([
  "import.request",
  "import.retry",
  "article.refetch",
  "article.correct",
  "article.correctParts",
  "article.lookThroughParts",
  "provenance.confirm",
  "provenance.dismiss",
  "provenance.add",
  "job.retry",
  "job.retryAll",
  "feed.follow",
  "feed.choose",
  "feed.resume",
  "feed.poll",
  "review.open",
  "review.carryOver",
  "review.submit",
  "review.publish",
  "reading.ask",
  "reading.settle",
  "reading.decide",
  "reading.finish",
  "pass.take",
  "pass.accept",
  "pass.reject",
  "pass.add",
  "pass.edit",
  "pass.restore",
  "pass.note",
  "suggestion.accept",
  "suggestion.acceptSure",
  "queue.acceptSure",
  "suggestion.reject",
  "statement.add",
  "statement.edit",
  "statement.restore",
  "statement.link",
  "marks.read",
  "marks.propose",
  "marks.import",
  "match.affirm",
  "match.refuse",
  "outcome.record",
  "template.join",
  "template.part",
  "annotation.write",
  "claim.create",
  "claim.edit",
  "publisher.mark",
  "claim.merge",
  "topic.add",
  "topic.name",
  "topic.merge",
  "speaker.name",
  "speaker.merge",
  "evidence.add",
  "evidenceCopy.request",
  "factCheck.look",
  "search.add",
  "searchPlace.add",
  "verdict.write",
  "proposal.ask",
  "draft.save",
  "list.save",
  "assigning.add",
  "assigning.change",
  "thread.open",
  "thread.reply",
  "guideline.write",
  "guideline.bringBack",
  "scale.write",
  "scale.bringBack",
  "webhook.add",
]);

/** Is this refused while there is too little room on the disk? */
export function needsRoom(action: Action): boolean {
  return TAKES_IN.has(action);
}

/** Acts that open a way in, for oneself or for others, or close one: whoever sits down at a browser that was left open can't do them. */
const ASKS_AGAIN: ReadonlySet<Action> = new Set<Action>([
  "person.invite",
  "person.renewInvitation",
  "person.passwordLink",
  "person.setRole",
  "person.disable",
  "person.enable",
  "person.requireFactor",
  "person.newRecoveryCodes",
  "secondFactor.begin",
  "passkey.begin",
  "person.removePasskey",
  "token.create",
  "token.revoke",
  "webhook.add",
  "webhook.rotate",
]);

/** For so long after it was given, nobody is asked again. In minutes. */
export const PROOF_MINUTES = 10;

/** Must this actor show again that it is them, before this act? One who has no session is always refused. */
export function mustProve(actor: Actor, action: Action, now: Date): boolean {
  if (!ASKS_AGAIN.has(action)) return false;
  return actor.provedAt === undefined || now.getTime() - actor.provedAt.getTime() > PROOF_MINUTES * 60_000;
}
