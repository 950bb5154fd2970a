import { Client } from "pg";

/**
 * What the web server and the worker may do to each table. They connect as a role that owns nothing: it can't switch off the guards,
 * change the schema, or change and delete what was published and what happened, whatever a fault in the program asks of it.
 */

export interface Privilege {
  /** `false` for what the database writes by itself. */
  readonly insert?: false;
  /** `true` for every column, or the columns that may change. Locking a row asks for one column at least. */
  readonly update?: true | readonly string[];
  readonly delete?: true;
}

/** Every table may be read and, but for those that say otherwise, added to; this is the rest. A table that isn't named here can't be used at all. */
export const PRIVILEGES: Readonly<Record<string, Privilege>> = {
  // people
  User: { update: true },
  Session: { update: true, delete: true },
  SignInStep: { update: ["provedAt"], delete: true },
  Authenticator: { update: true, delete: true },
  RecoveryCode: { update: ["usedAt"], delete: true },
  Passkey: { update: ["counter", "lastUsedAt"], delete: true },
  PasskeyChallenge: { delete: true },
  SignInRule: { update: ["needsSecondFactor"] },
  Invitation: { update: ["usedAt", "withdrawnAt", "confirmedAt"] },
  ApiToken: { update: true },
  SecurityEvent: { delete: true },
  RateLimit: { update: true, delete: true },
  // what readers write to the newsroom
  ErrorReport: {
    update: ["words", "source", "answer", "answerPath", "answeredAt", "answeredById", "erasedAt", "revision"],
    delete: true,
  },
  // pages as they came in: written once, a row locked by its id
  Publisher: { update: ["kind", "revision"] },
  Article: { update: true },
  FactCorrection: {},
  PageCheck: {},
  Snapshot: {},
  ArticleVersion: { update: ["id"] },
  Post: {},
  Segment: {},
  PartCorrection: {},
  TextSample: { insert: false, update: ["day", "textHash", "keys", "links", "isWaiting", "comparedAt"] },
  ProvenanceEdge: {
    update: [
      "versionId",
      "upstreamVersionId",
      "kind",
      "state",
      "revision",
      "reasons",
      "sentences",
      "isCut",
      "verbatim",
      "changed",
      "added",
      "dropped",
      "engineVersion",
      "proposedAt",
      "decidedById",
      "decidedAt",
      "reason",
    ],
    delete: true,
  },
  PartReading: { update: ["endedAt", "message", "found", "spans", "engineName", "engineVersion"] },
  Speaker: {
    update: [
      "shownName",
      "role",
      "revision",
      "namedById",
      "namedAt",
      "mergedIntoId",
      "mergedById",
      "mergedAt",
    ],
  },
  Attribution: {},
  AttributionSpan: {},
  // the database lets go of those alone that came with marks which were taken back, and on which nobody decided
  Suggestion: { delete: true },
  SuggestionAttribution: {},
  MarkFile: { update: ["choices", "importedById", "importedAt", "suggested", "endedById", "endedAt"] },
  // what people work on
  SuggestionDecision: { update: ["undoneAt"] },
  Review: { update: true },
  ReviewWriter: {},
  Statement: { update: true },
  StatementAttribution: { delete: true },
  Prediction: { delete: true },
  Outcome: { delete: true },
  TemplateChoice: { delete: true },
  Annotation: { update: true },
  Topic: {
    update: [
      "name",
      "definition",
      "revision",
      "namedById",
      "namedAt",
      "mergedIntoId",
      "mergedById",
      "mergedAt",
    ],
  },
  ReviewTopic: { delete: true },
  BlindReading: { update: ["state", "reviewId", "calledOffFor", "revision", "bothInAt", "endedAt"] },
  BlindPass: { update: ["revision", "handedInAt", "givenUpAt", "sha256"] },
  PassStatement: { update: true },
  PassNote: { update: true },
  ReadingUnit: { update: ["choice", "reason", "statementId", "decidedById", "decidedAt", "revision"] },
  ReadingRule: { insert: false, update: ["everyNth", "start", "changedById", "changedAt"] },
  AgreementCount: { insert: false },
  SuggestionTrial: { insert: false },
  GuidelineVersion: {},
  VerdictScale: {},
  RuleSwitch: { update: ["onAt", "onById", "onReason"] },
  Claim: {
    update: ["wording", "unknowns", "revision", "mergedIntoId", "mergedById", "mergedAt"],
  },
  ClaimWording: { insert: false, update: ["keys", "isKeyed"], delete: true },
  WordingKey: { update: ["count"] },
  WordingLook: { insert: false, update: ["model", "turn"] },
  SuggestionWording: { insert: false, update: ["keys", "isKeyed", "judge"] },
  WordedSuggestion: { insert: false },
  SuggestionKey: { update: ["count"] },
  WordingRelation: { update: ["relation", "score", "reasons", "judge"], delete: true },
  Doubt: {
    update: [
      "wordingId",
      "otherWordingId",
      "text",
      "day",
      "otherText",
      "otherDay",
      "relation",
      "score",
      "reasons",
      "model",
      "foundAt",
      "state",
      "closedAt",
      "closedById",
      "reason",
      "revision",
    ],
  },
  MatchDecision: { update: ["undoneAt"] },
  Verdict: { update: true },
  Evidence: { update: ["removedAt"] },
  EvidenceCopy: {
    update: [
      "attempts",
      "message",
      "endedAt",
      "snapshotSha256",
      "finalUrl",
      "status",
      "mediaType",
      "quote",
      "firstPage",
      "lastPage",
      "unread",
    ],
  },
  EvidenceWatch: {
    update: ["nextLookAt", "days", "lookedAt", "wellAt", "trouble", "looks", "since", "message", "saidAt"],
  },
  FactCheckLook: { update: ["given", "endedAt", "message", "found"], delete: true },
  SearchRecord: { update: ["removedAt"] },
  SearchPlace: { delete: true },
  Assignment: { update: ["assigneeId", "urgency", "dueAt", "revision"] },
  QueueItem: { update: true, delete: true },
  QueueMark: { delete: true },
  QueueAct: { update: ["undoneAt"] },
  AssigningRule: {
    update: [
      "name",
      "place",
      "feedId",
      "publisher",
      "language",
      "turn",
      "missed",
      "revision",
      "changedById",
      "changedAt",
      "deletedAt",
    ],
  },
  AssigningPerson: { update: ["place", "given"] },
  SavedList: { update: ["name"], delete: true },
  // what they say to each other, and are told of
  DeskThread: { update: ["resolvedById", "resolvedAt", "comments", "revision"] },
  DeskComment: { update: ["body", "mentions", "takenBackAt"] },
  Notice: { update: ["readAt", "mailedAt"] },
  NoticeSetting: { update: ["byMail"] },
  // who is told of what is published, outside
  Webhook: {
    update: [
      "secret",
      "oldSecret",
      "oldSecretUntil",
      "stop",
      "stoppedAt",
      "failures",
      "failingSince",
      "restUntil",
      "missed",
    ],
    delete: true,
  },
  WebhookDelivery: {
    update: ["state", "step", "tries", "nextTryAt", "triedAt", "status", "ms", "said", "trouble"],
    delete: true,
  },
  WebhookDueMark: { update: ["day", "publicationId", "number"] },
  // what a language model is asked for
  ModelRequest: {
    update: ["outcome", "fault", "tokensIn", "tokensOut", "tokens", "cost", "ms", "refused"],
  },
  Proposal: { update: ["fate", "decidedAt"] },
  Draft: { update: true, delete: true },
  Sending: { update: ["sealed"], delete: true },
  // what readers see and what happened
  Publication: { update: ["withdrawnAt", "withdrawnReason"] },
  PublicationClaim: {},
  Standing: { insert: false },
  StandingStatement: { insert: false },
  StandingPromise: { insert: false },
  StandingUpstream: { insert: false },
  StandingClaim: { insert: false },
  StandingChange: { insert: false },
  StandingTotal: { insert: false },
  StandingText: { insert: false },
  StandingSaid: { insert: false },
  StandingWord: { insert: false },
  StandingTopic: { insert: false },
  StandingTopicTotal: { insert: false },
  TrackStatement: { insert: false },
  TrackPage: { insert: false },
  TrackClaim: { insert: false },
  TrackTotal: { insert: false },
  AuditEvent: {},
  AuditPayload: {},
  RecordCheck: {},
  RecordHead: {},
  // what is on its way in
  Import: { update: true },
  Feed: { update: true },
  FeedItem: { update: true },
  FetchHost: { update: true },
  RobotsFile: { update: true, delete: true },
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What gives a role these privileges and no others, whatever it had before. */
export function grantsFor(
  role: string,
  privileges: Readonly<Record<string, Privilege>> = PRIVILEGES,
): string[] {
  const to = quoted(role);
  const tables = Object.entries(privileges).flatMap(([name, { insert, update, delete: mayDelete }]) => {
    const table = quoted(name);
    const columns = Array.isArray(update) ? ` (${update.map(quoted).join(", ")})` : "";
    return [
      `GRANT SELECT${insert === false ? "" : ", INSERT"} ON ${table} TO ${to}`,
      ...(update === undefined ? [] : [`GRANT UPDATE${columns} ON ${table} TO ${to}`]),
      ...(mayDelete === undefined ? [] : [`GRANT DELETE ON ${table} TO ${to}`]),
    ];
  });
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${to}`,
    `GRANT USAGE ON SCHEMA public TO ${to}`,
    ...tables,
    // The queue is a schema of its own: what stands in it are jobs, and no part of the record.
    `GRANT USAGE ON SCHEMA graphile_worker TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${to}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${to}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${to}`,
  ];
}

/**
 * Give `role` its privileges, as the owner at `ownerUrl`. The role is made where it isn't there; one that a person made keeps its
 * password.
 */
export async function grantPrivileges(ownerUrl: string, role: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: "onrecord-privileges" });
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${quoted(role)} LOGIN`);
    for (const grant of grantsFor(role)) await client.query(grant);
    await openQueue(client, role);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

const QUEUE_POLICY = "onrecord_works_here";

/**
 * The queue's tables hide their rows from everybody but their owner, unless a policy lets them in. A policy that is there is left: making one
 * waits for everybody who writes jobs, and keeps them waiting.
 */
async function openQueue(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND NOT EXISTS (
       SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = $1 AND to_regrole($2) = ANY (p.polroles))`,
    [QUEUE_POLICY, quoted(role)],
  );
  for (const { name } of rows) {
    const table = `graphile_worker.${quoted(name)}`;
    await client.query(`DROP POLICY IF EXISTS ${QUEUE_POLICY} ON ${table}`);
    await client.query(
      `CREATE POLICY ${QUEUE_POLICY} ON ${table} TO ${quoted(role)} USING (true) WITH CHECK (true)`,
    );
  }
}
