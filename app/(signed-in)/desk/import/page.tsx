import type { Metadata } from "next";
import { ImportForm } from "#components/imports/import-form";
import { draftsUnder } from "#lib/desk/drafts";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { cancelAction, importAction, plainImportAction, retryAction, saveDraftAction } from "./actions";

export const metadata: Metadata = { title: `${words.importing.title}.` };

/** The way in for pages: pasted, as files, or by their addresses. */
export default async function ImportPage() {
  const actor = await requirePage();
  return (
    <>
      <h1 className="page-title">{words.importing.title}</h1>
      <p className="lede">{words.importing.lede}</p>
      <ImportForm
        send={importAction}
        plain={plainImportAction}
        kept={{ personId: actor.id, drafts: await draftsUnder(actor, "import:"), save: saveDraftAction }}
        acts={{ cancel: cancelAction, retry: retryAction }}
      />
    </>
  );
}
