import type { Metadata } from "next";
import { ImportForm } from "#components/imports/import-form";
import { requirePage } from "#lib/next/session";
import { words } from "#lib/words";
import { cancelAction, importAction, plainImportAction, retryAction } from "./actions";

export const metadata: Metadata = { title: `${words.desk.importing.title}.` };

/** The way in for pages: pasted, as files, or by their addresses. */
export default async function ImportPage() {
  await requirePage();
  return (
    <>
      <h1 className="page-title">{words.desk.importing.title}</h1>
      <p className="lede">{words.desk.importing.lede}</p>
      <ImportForm
        send={importAction}
        plain={plainImportAction}
        acts={{ cancel: cancelAction, retry: retryAction }}
      />
    </>
  );
}
