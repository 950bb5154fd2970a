import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RuleForm } from "#components/assigning/rule-form";
import { RuleRecord } from "#components/assigning/rule-record";
import { Section } from "#components/ui/section";
import { givenByRule, previewOf, ruleById } from "#lib/db/assigning/views";
import { feedNames } from "#lib/db/feeds/views";
import { colleagues } from "#lib/db/people/people";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { changeAction, deleteAction, undoAction } from "./actions";

const say = words.assigning;

interface Props {
  readonly params: Promise<{ readonly ruleId: string }>;
}

/** Read once for the page and its title. */
const ruleOf = cache(async (ruleId: string) => {
  const id = Id.safeParse(ruleId);
  return id.success ? ruleById(id.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePage();
  const rule = await ruleOf((await params).ruleId);
  return { title: `${say.title}: ${firstWords(rule?.name ?? "", 60)}` };
}

/** One rule: what it gave to whom, what it would fit, and the form that changes it. */
export default async function RulePage({ params }: Props) {
  const actor = await requirePage();
  const rule = await ruleOf((await params).ruleId);
  if (rule === null) notFound();
  const mayChange = may(actor.role, "assigning.change");
  const [given, preview, feeds, people] = await Promise.all([
    givenByRule(rule.id),
    previewOf(rule, rule.id),
    feedNames(),
    colleagues(),
  ]);
  const actions = mayChange ? { delete: deleteAction, undo: undoAction } : null;
  return (
    <RuleRecord rule={rule} given={given} preview={preview} actions={actions} timeZone={timeZone()}>
      {mayChange && (
        <Section id="change-rule" title={say.change}>
          <RuleForm key={rule.id} rule={rule} feeds={feeds} people={people} action={changeAction} />
        </Section>
      )}
    </RuleRecord>
  );
}
