"use client";

import Link from "next/link";
import { type MouseEvent, useState } from "react";
import { isRulePreview, type RulePreview } from "#lib/domain/assigning";
import * as words from "#lib/words";

const say = words.assigning.preview;
const ADDRESS = "/desk/assigning/preview";
const ASKED = ["appliesTo", "feedId", "publisher", "language"] as const;

/** Says what the rule that stands in the form around it would fit, before it is saved. */
export function PreviewButton({ ruleId }: { ruleId: string | null }) {
  const [found, setFound] = useState<RulePreview | string | null>(null);
  async function look({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const form = new FormData(currentTarget.form ?? undefined);
    const asked = ASKED.map((name) => [name, String(form.get(name) ?? "")]);
    const of = ruleId === null ? [] : [["ruleId", ruleId]];
    setFound(await previewAt(`${ADDRESS}?${new URLSearchParams([...asked, ...of])}`));
  }
  return (
    <>
      <button type="button" className="btn" onClick={(event) => void look(event)}>
        {say.button}
      </button>
      <div className="rule-preview" role="status">
        {typeof found === "string" ? <p className="error">{found}</p> : found && <Preview preview={found} />}
      </div>
    </>
  );
}

/** What it would fit, or in words why nobody can tell. */
async function previewAt(address: string): Promise<RulePreview | string> {
  try {
    const answer: unknown = await (await fetch(address)).json();
    return isRulePreview(answer) ? answer : refusalIn(answer);
  } catch {
    return say.failed;
  }
}

const refusalIn = (answer: unknown): string =>
  typeof answer === "object" && answer !== null && "message" in answer && typeof answer.message === "string"
    ? answer.message
    : say.failed;

/** The pages of a preview, with the rule that would have been first. */
export function Preview({ preview: { looked, pages } }: { preview: RulePreview }) {
  if (pages.length === 0) return <p className="muted">{say.none(looked)}</p>;
  return (
    <>
      <p>{say.looked(looked)}</p>
      <ul className="stack-2 mt-2">
        {pages.map(({ versionId, title, earlier }) => (
          <li key={versionId} className="wrap-anywhere">
            <Link href={`/desk/articles/${versionId}`} prefetch={false}>
              <bdi>{title ?? say.untitled}</bdi>
            </Link>
            {earlier !== null && <small className="muted"> ({say.earlier(earlier)})</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
