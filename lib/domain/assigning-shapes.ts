import { z } from "zod";
import {
  APPLIES_TO,
  MOST_IN_RULE,
  oneLine,
  RULE_NAME_LENGTH,
  RULE_PUBLISHER_LENGTH,
  type RuleConditions,
} from "./assigning";
import { Complaint } from "./complaints";
import { isDisguised } from "./person-names";
import { Id, Revision } from "./reviews";

const Name = z
  .string()
  .max(RULE_NAME_LENGTH * 4, Complaint.enum.longRuleName)
  .transform(oneLine)
  .refine((text) => text !== "", Complaint.enum.noRuleName)
  .refine((text) => text.length <= RULE_NAME_LENGTH, Complaint.enum.longRuleName)
  .refine((text) => !isDisguised(text), Complaint.enum.disguisedText);
const Publisher = z
  .string()
  .max(RULE_PUBLISHER_LENGTH * 4, Complaint.enum.longPublisher)
  .transform(oneLine)
  .refine((text) => text.length <= RULE_PUBLISHER_LENGTH, Complaint.enum.longPublisher)
  .default("");
const Language = z
  .string()
  .max(20, Complaint.enum.noLanguageCode)
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => /^(?:[a-z]{2,3})?$/.test(text), Complaint.enum.noLanguageCode)
  .transform((text) => text || null)
  .default(null);

/** As a form sends it: what isn't asked for under this choice is left out of it. */
const Conditions = z.object({
  appliesTo: z.enum(APPLIES_TO),
  feedId: z.union([Id, z.literal("").transform(() => null)]).default(null),
  publisher: Publisher,
  language: Language,
});
const isWhole = (given: z.output<typeof Conditions>, context: z.RefinementCtx) => {
  if (given.appliesTo === "FEED" && given.feedId === null)
    context.addIssue({ code: "custom", path: ["feedId"], message: Complaint.enum.noRuleFeed });
  if (given.appliesTo === "PUBLISHER" && given.publisher === "")
    context.addIssue({ code: "custom", path: ["publisher"], message: Complaint.enum.noRulePublisher });
};

function conditionsOf({
  appliesTo,
  feedId,
  publisher,
  language,
}: z.output<typeof Conditions>): RuleConditions {
  return {
    feedId: appliesTo === "FEED" ? feedId : null,
    publisher: appliesTo === "PUBLISHER" ? publisher : null,
    language,
  };
}

/** In the order in which they have their turns. */
const People = z
  .array(Id)
  .max(MOST_IN_RULE * 2, Complaint.enum.manyInRule)
  .default([])
  .transform((ids) => [...new Set(ids)])
  .refine((ids) => ids.length > 0, Complaint.enum.nobodyInRule)
  .refine((ids) => ids.length <= MOST_IN_RULE, Complaint.enum.manyInRule);

const Rule = Conditions.extend({ name: Name, people: People });
const asRule = ({ name, people, ...given }: z.output<typeof Rule>) => ({
  name,
  people,
  conditions: conditionsOf(given),
});

export const AddRule = Rule.superRefine(isWhole).transform(asRule);
export const ChangeRule = Rule.extend({ ruleId: Id, revision: Revision })
  .superRefine(isWhole)
  .transform(({ ruleId, revision, ...given }) => ({ ruleId, revision, ...asRule(given) }));
export const PreviewRule = Conditions.extend({ ruleId: Id.optional() })
  .superRefine(isWhole)
  .transform(({ ruleId, ...given }) => ({ ruleId, conditions: conditionsOf(given) }));
/** One place towards the beginning or the end of the order. */
export const MoveRule = z.object({ ruleId: Id, way: z.enum(["UP", "DOWN"]) });
export const OneRule = z.object({ ruleId: Id });
