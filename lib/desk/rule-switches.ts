import { isOff, isOnTrial, keepSwitch, keepSwitchedOn } from "#lib/db/trials/switches";
import { RefusedError } from "#lib/domain/refusals";
import { SwitchRuleOff, SwitchRuleOn } from "#lib/domain/suggestion-trials";
import { verb } from "./verb";

/** What an admin does about a rule or model whose suggestions are often wrong. It holds for pages that come in afterwards. */

/** All of it in one place of the history. */
const SUBJECT = "rule:suggestions";

export const switchRuleOff = verb("rule.switchOff", {
  input: SwitchRuleOff,
  run: async ({ tx, actor, input, now }) => {
    if (!(await isOnTrial(tx, input))) throw new RefusedError("not_found", { reason: "ruleUnknown" });
    if (await isOff(tx, input)) throw new RefusedError("conflict", { reason: "ruleIsOff" });
    const switchId = await keepSwitch(tx, { ...input, personId: actor.id }, now);
    const { rule, version, reason } = input;
    return {
      result: { switchId },
      subject: SUBJECT,
      payload: { switchId, rule, version, reason, quote: `${rule} ${version}` },
    };
  },
});

export const switchRuleOn = verb("rule.switchOn", {
  input: SwitchRuleOn,
  run: async ({ tx, actor, input, now }) => {
    const { switchId, reason } = input;
    const rule = await keepSwitchedOn(tx, { id: switchId, reason, personId: actor.id }, now);
    if (rule === null) throw new RefusedError("conflict", { reason: "ruleIsOn" });
    return {
      result: { switchId },
      subject: SUBJECT,
      payload: { switchId, ...rule, reason, quote: `${rule.rule} ${rule.version}` },
    };
  },
});
