"use client";

import { ActButton } from "#components/ui/act-button";
import { Field, TextField } from "#components/ui/field";
import { Form, type FormAtWork, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import { PROVENANCE_KINDS, type ProvenanceKind } from "#lib/domain/labels";
import type { ProvenanceView } from "#lib/domain/provenance";
import * as words from "#lib/words";

const said = words.provenance;
const { working } = words.signedIn;

/** In UTF-16 units. */
const REASON_LENGTH = 500;
const ADDRESS_LENGTH = 2000;

export interface ProvenanceActs {
  readonly confirm: FormAction;
  readonly dismiss: FormAction;
  readonly undo: FormAction;
  readonly add: FormAction;
}

/** What an editor may do with one edge as it stands. */
export function Decide({ edge, acts }: { readonly edge: ProvenanceView; readonly acts: ProvenanceActs }) {
  const { id, revision, kind, state, page } = edge;
  const hidden = { edgeId: id, revision: String(revision) };
  const of = page.title ?? said.untitled;
  return (
    <div className="stack-4 mt-3" key={revision}>
      <Form
        draft={`provenance-kind:${hidden.edgeId}`}
        className="cluster"
        action={acts.confirm}
        hidden={hidden}
        refusalAt="last"
        buttons={
          <SubmitButton
            className="btn btn--s"
            working={working}
            label={state === "CONFIRMED" ? said.changeKind : said.confirm}
            of={of}
          />
        }
      >
        {({ field }) => <KindField field={field} kind={kind} />}
      </Form>
      {state !== "DISMISSED" && (
        <details>
          <summary>{said.dismissTitle}</summary>
          <Form
            draft={`provenance-dismissal:${hidden.edgeId}`}
            className="stack-4 mt-3 measure"
            action={acts.dismiss}
            hidden={hidden}
            refusalAt="above-buttons"
            buttons={
              <p>
                <SubmitButton className="btn btn--s" working={working} label={said.dismiss} of={of} />
              </p>
            }
          >
            {({ field }) => (
              <TextField
                {...field("reason")}
                label={said.dismissReason}
                rows={2}
                maxLength={REASON_LENGTH}
                required
              />
            )}
          </Form>
        </details>
      )}
      {state !== "PROPOSED" && <ActButton action={acts.undo} hidden={hidden} label={said.undo} of={of} />}
    </div>
  );
}

function KindField({ field, kind }: { readonly field: FormAtWork["field"]; readonly kind?: ProvenanceKind }) {
  const { error = null, defaultValue } = field("kind", kind ?? "REPOSTS");
  return (
    <Field label={said.kind} error={error}>
      {(control) => (
        <select {...control} name="kind" defaultValue={String(defaultValue)}>
          {PROVENANCE_KINDS.map((option) => (
            <option key={option} value={option}>
              {said.kinds[option]}: {said.kindHints[option]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A page that the machine didn't find. */
export function AddUpstream({ versionId, add }: { readonly versionId: string; readonly add: FormAction }) {
  return (
    <details className="mt-6">
      <summary>{said.add}</summary>
      <Form
        draft={`provenance-add:${versionId}`}
        className="stack-4 mt-3 measure"
        action={add}
        hidden={{ versionId }}
        refusalAt="above-buttons"
        buttons={
          <p>
            <SubmitButton className="btn" working={working} label={said.addButton} />
          </p>
        }
      >
        {({ field }) => (
          <>
            <TextField
              {...field("upstream")}
              label={said.address}
              hint={said.addressHint}
              maxLength={ADDRESS_LENGTH}
              required
            />
            <KindField field={field} />
            <TextField
              {...field("reason")}
              label={said.addReason}
              hint={said.addReasonHint}
              rows={2}
              maxLength={REASON_LENGTH}
              required
            />
          </>
        )}
      </Form>
    </details>
  );
}
