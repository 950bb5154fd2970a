import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { suggestionViews } from "#lib/db/statements/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { ruleSwitches } from "#lib/db/trials/switches";
import type { Actor } from "#lib/domain/actor";
import { Reason } from "#lib/domain/reasons";
import type { RuleVersion } from "#lib/domain/rule-versions";
import { answering } from "#lib/domain/suggestion-trials";
import { switchRuleOff, switchRuleOn } from "./rule-switches";
import { at, person, publishedReview, storedPage, suggestionsOf } from "./testing/newsroom";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let admin: Actor;
let editor: Actor;
let before: string;
let rule: RuleVersion;
beforeAll(async () => {
  db = await freshDatabase();
  owner = new Client({ connectionString: db.url });
  await owner.connect();
  admin = await person("Ada", "ADMIN");
  editor = await person("Edo");
  ({ versionId: before } = await publishedReview(await person("Mara"), editor));
  const [one] = await suggestionsOf(before);
  const [answers] = answering(Reason.array().parse(one?.reasons));
  if (answers === undefined) throw new Error("a rule");
  rule = { rule: answers.rule, version: answers.version };
});
afterAll(async () => {
  await disconnect();
  await owner.end();
  await db.close();
});

const reason = "Seven of ten were wrong in September.";
const byRule = (row: { reasons: unknown }) =>
  answering(Reason.array().parse(row.reasons)).some(
    (one) => one.rule === rule.rule && one.version === rule.version,
  );

describe("a rule that is switched off", () => {
  let switchId: string;
  let during: string;
  test("is switched by admins alone, with a reason, and only where it is on trial", async () => {
    await expect(switchRuleOff(editor, { ...rule, reason }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(switchRuleOff(admin, { ...rule, reason: " " }, at)).rejects.toMatchObject({
      code: "invalid_input",
      field: "reason",
    });
    await expect(
      switchRuleOff(admin, { rule: "source/none-such", version: "1", reason }, at),
    ).rejects.toMatchObject({ code: "not_found" });
    ({ switchId } = await switchRuleOff(admin, { ...rule, reason }, at));
    await expect(switchRuleOff(admin, { ...rule, reason }, at)).rejects.toMatchObject({ code: "conflict" });
    expect((await ruleSwitches()).off).toMatchObject([{ ...rule, reason, offByName: "Ada", on: null }]);
  });

  test("suggests as before on later pages, sure of nothing, and says so", async () => {
    during = await storedPage();
    const [then, now] = [await suggestionsOf(before), await suggestionsOf(during)];
    expect(now.map(({ label }) => label)).toEqual(then.map(({ label }) => label));
    expect(now.filter(byRule).length).toBeGreaterThan(0);
    for (const row of now) expect(row.switchId).toBe(byRule(row) ? switchId : null);
    for (const view of await suggestionViews(during, null))
      if (byRule(view))
        expect(view).toMatchObject({
          isSure: false,
          switchedOff: { ...rule, reason, since: at.now.toISOString() },
        });
      else expect(view.switchedOff).toBeNull();
    // Where all else is alike, what was sure before isn't.
    const sure = async (versionId: string) =>
      (await suggestionViews(versionId, null)).filter((view) => view.isSure && byRule(view)).length;
    expect(await sure(before)).toBeGreaterThan(0);
    expect(await sure(during)).toBe(0);
  });

  test("waits in the queue as not sure", async () => {
    const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: during } });
    const [item] = await database().queueItem.findMany({ where: { subjectId: articleId } });
    const unsure = (await suggestionViews(during, null)).filter((view) => !view.isSure).length;
    expect(JSON.stringify(item?.reasons)).toContain(`{"code":"NOT_SURE","count":${unsure}}`);
  });

  test("leaves what came in before as it was", async () => {
    for (const { switchId: was } of await suggestionsOf(before)) expect(was).toBeNull();
  });

  test("is switched on again with a reason, once, for what comes in then", async () => {
    await expect(switchRuleOn(editor, { switchId, reason }, at)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await switchRuleOn(admin, { switchId, reason: "Retrained." }, at);
    await expect(switchRuleOn(admin, { switchId, reason }, at)).rejects.toMatchObject({ code: "conflict" });
    for (const row of await suggestionsOf(await storedPage())) expect(row.switchId).toBeNull();
    const kept = (await suggestionsOf(during)).filter((row) => row.switchId !== null);
    expect(kept.length).toBeGreaterThan(0);
    const { off, past } = await ruleSwitches();
    expect(off).toEqual([]);
    expect(past).toMatchObject([{ ...rule, on: { byName: "Ada", reason: "Retrained." } }]);
  });

  test("stands in the history, off and on", async () => {
    const events = await database().auditEvent.findMany({
      where: { subjectId: "rule:suggestions" },
      orderBy: { sequence: "asc" },
      include: { payload: true },
    });
    expect(events.map(({ action, payload }) => [action, payload?.payload])).toMatchObject([
      ["rule.switchOff", { ...rule, reason }],
      ["rule.switchOn", { ...rule, reason: "Retrained." }],
    ]);
  });
});

describe("the database refuses", () => {
  const add = (columns: string, values: string) =>
    owner.query(
      `INSERT INTO "RuleSwitch" ("id", "rule", "version", "offById", "offAt", ${columns})
       VALUES (gen_random_uuid(), 'source/lead', '1', '${admin.id}', now(), ${values}) RETURNING "id"`,
    );

  test("two that are off at once, one without a reason, and one that is half on", async () => {
    await add(`"reason"`, `'Often wrong.'`);
    await expect(add(`"reason"`, `'Often wrong.'`)).rejects.toThrow(/RuleSwitch_one_off/);
    await expect(add(`"reason"`, `' '`)).rejects.toThrow(/RuleSwitch_reasoned/);
    await expect(add(`"reason", "onAt"`, `'Often wrong.', now()`)).rejects.toThrow(/RuleSwitch_on_whole/);
  });

  test("any other change, a second time, and a deletion", async () => {
    const set = (change: string) =>
      owner.query(`UPDATE "RuleSwitch" SET ${change} WHERE "rule" = 'source/lead'`);
    await expect(set(`"reason" = 'Another.'`)).rejects.toThrow(/only switched on again/);
    const on = `"onAt" = now(), "onById" = '${admin.id}', "onReason" = 'Better.'`;
    await set(on);
    await expect(set(on)).rejects.toThrow(/only switched on again/);
    await expect(owner.query(`DELETE FROM "RuleSwitch"`)).rejects.toThrow(/never changed/);
    await expect(owner.query(`TRUNCATE "RuleSwitch" CASCADE`)).rejects.toThrow(/never changed/);
  });

  test("a count below nothing, and a week that begins on another day", async () => {
    await expect(owner.query(`UPDATE "SuggestionTrial" SET "count" = -1`)).rejects.toThrow(
      /SuggestionTrial_counts/,
    );
    await expect(owner.query(`UPDATE "SuggestionTrial" SET "week" = "week" + 1`)).rejects.toThrow(
      /SuggestionTrial_weeks/,
    );
  });
});
