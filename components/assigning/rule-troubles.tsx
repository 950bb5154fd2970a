import type { RuleView } from "#lib/domain/assigning";
import * as words from "#lib/words";

const say = words.assigning;

/** Why a rule gives nothing, or gave less than it might have; nothing where all is well. */
export function RuleTroubles({ rule }: { rule: RuleView }) {
  const { people, missed, isFeedLeft } = rule;
  const troubles = [
    ...(isFeedLeft ? [say.feedLeft] : []),
    ...(people.some(({ isNext }) => isNext) ? [] : [say.nobody]),
    ...(missed > 0 ? [say.missed(missed)] : []),
  ];
  return troubles.map((trouble) => (
    <span key={trouble} className="block small regular error">
      {trouble}
    </span>
  ));
}
