import type { RuleView } from "#lib/domain/assigning";
import * as words from "#lib/words";

/** A rule that gives work, in words. */
export function pagesOfRule({
  feedName,
  publisher,
  language,
}: Pick<RuleView, "feedName" | "publisher" | "language">): string {
  const called = language === null ? null : words.searchFacets.language(language);
  return words.assigning.pages({ feedName, publisher, language: called });
}

/** To whom it gives. */
export function turnsOfRule({ people }: Pick<RuleView, "people">): string {
  const names = people.filter(({ isFormer }) => !isFormer).map(({ name }) => name);
  const [one = ""] = names;
  return names.length === 1 ? words.assigning.toOne(one) : words.assigning.inTurn(words.lists.listed(names));
}
