import type { Metadata } from "next";
import { RuleForm } from "#components/assigning/rule-form";
import { DeletedRules, RuleTable } from "#components/assigning/rule-table";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import { ruleList } from "#lib/db/assigning/views";
import { feedNames } from "#lib/db/feeds/views";
import { colleagues } from "#lib/db/people/people";
import { may } from "#lib/domain/actor";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { addAction, bringBackAction, moveAction } from "./actions";

const say = words.assigning;

export const metadata: Metadata = { title: `${say.title}.` };

/** The rules by which work is given, in their order, and the form that adds one. */
export default async function RulesPage() {
  const actor = await requirePage();
  const mayChange = may(actor.role, "assigning.change");
  const [{ rules, deleted }, feeds, people] = await Promise.all([ruleList(), feedNames(), colleagues()]);
  return (
    <KeptFocus heading="rules">
      <h1 className="page-title" id="rules">
        {say.title}
      </h1>
      <p className="lede">{say.lede}</p>
      <p className="small muted">{say.claims}</p>
      {rules.length === 0 ? (
        <p className="muted mt-4">{say.none}</p>
      ) : (
        <div className="mt-6">
          <RuleTable rules={rules} move={mayChange ? moveAction : null} />
        </div>
      )}
      {mayChange && (
        <Section id="add-rule" title={say.add}>
          <RuleForm rule={null} feeds={feeds} people={people} action={addAction} />
        </Section>
      )}
      {mayChange && deleted.length > 0 && (
        <DeletedRules deleted={deleted} bringBack={bringBackAction} timeZone={timeZone()} />
      )}
    </KeptFocus>
  );
}
