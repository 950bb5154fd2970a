import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { GiveMarks } from "#components/marks/give-marks";
import { MarkFiles } from "#components/marks/mark-files";
import { MarkPreview } from "#components/marks/mark-preview";
import { AskStatements } from "#components/proposals/ask-statements";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import { versionPage } from "#lib/db/articles/desk";
import { markFilesOf } from "#lib/db/marks/mark-files";
import { openReadingOf } from "#lib/db/readings/views";
import { markPreview } from "#lib/desk/marks";
import { may } from "#lib/domain/actor";
import { languageModel } from "#lib/domain/language-model";
import { Id } from "#lib/domain/reviews";
import { askedChoices } from "#lib/next/mark-form";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { importAction, readAction, takeBackAction } from "./actions";

const said = words.marks;

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly params: Promise<{ readonly versionId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Marks that people made on this page in other programs: given as a file, looked at, and taken in as suggestions. */
export default async function MarksPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).versionId).data;
  const desk = id === undefined ? null : await versionPage(id);
  if (id === undefined || desk === null) notFound();
  // What somebody else said of the words is kept from whoever reads them blind.
  const isBlind = (await openReadingOf(id)) !== null;
  const takes = may(actor.role, "marks.read") && !isBlind;
  const model = takes && may(actor.role, "proposal.ask") ? (languageModel()?.name ?? null) : null;
  const files = isBlind ? [] : await markFilesOf(id);
  const preview = takes ? await previewOf(id, files, await searchParams) : null;
  return (
    <KeptFocus heading="marks-title">
      <p className="kicker">
        <Link href={`/desk/articles/${id}`}>{said.toPage}</Link>
      </p>
      <h1 className="page-title" id="marks-title">
        {said.title}
      </h1>
      <p className="mt-2 wrap-anywhere" dir="auto">
        {desk.version.title ?? words.desk.queue.untitled}
      </p>
      <p className="lede">{said.lede}</p>
      {isBlind && <p className="note mt-4">{said.readBlind}</p>}
      {preview && <MarkPreview preview={preview} acts={{ import: importAction, takeBack: takeBackAction }} />}
      {model !== null && (
        <Section id="ask" title={said.ask}>
          <AskStatements versionId={id} model={model} />
        </Section>
      )}
      {takes && (
        <Section id="give" title={said.give}>
          <GiveMarks versionId={id} read={readAction} />
        </Section>
      )}
      {!isBlind && <MarkFiles files={files} takeBack={takes ? takeBackAction : null} timeZone={timeZone()} />}
    </KeptFocus>
  );
}

/** The file that is asked for, with what is chosen; else the latest that waits. */
async function previewOf(
  versionId: string,
  files: Awaited<ReturnType<typeof markFilesOf>>,
  asked: Awaited<Props["searchParams"]>,
) {
  const waiting = files.filter(({ imported, ended }) => imported === null && ended === null);
  const file = waiting.find(({ id }) => id === asked.file) ?? waiting[0];
  if (file === undefined) return null;
  return markPreview(versionId, file.id, file.id === asked.file ? askedChoices(asked) : null);
}
