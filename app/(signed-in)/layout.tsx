import type { ReactNode } from "react";
import { SignedInFrame } from "#components/ui/signed-in-frame";
import { countUnread } from "#lib/db/notices/notices";
import { draftsUnder } from "#lib/desk/drafts";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import { languageModel } from "#lib/domain/language-model";
import { saveFormDraftAction } from "#lib/next/form-drafts";
import { confirmLinkUseAction } from "#lib/next/link-use";
import { noticesFor } from "#lib/next/notices";
import { currentActor } from "#lib/next/session";
import { currentTheme } from "#lib/next/theme";
import { sendWaitingAction } from "#lib/next/waiting-saves";

/** The frame only: what a page shows, and to whom, each page decides itself. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <SignedInFrame
      actor={actor}
      theme={await currentTheme()}
      notices={await noticesFor(actor)}
      confirmLinkUse={confirmLinkUseAction}
      unread={actor === null ? 0 : await countUnread(actor.id)}
      hasModel={languageModel() !== null}
      formDrafts={actor === null ? [] : await draftsUnder(actor, FORM_DRAFTS)}
      saveFormDraft={saveFormDraftAction}
      sendWaiting={sendWaitingAction}
    >
      {children}
    </SignedInFrame>
  );
}
