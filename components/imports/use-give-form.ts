"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import type { Drafts } from "#components/ui/drafts";
import { MOST_AT_ONCE } from "#lib/domain/bounds";
import type { FormAction, FormState } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { batchOfAddresses, batchOfFiles, linesOf } from "./batch";
import { type AboutPage, draftOfPage, PAGE_DRAFT, pageOfDraft } from "./page-draft";
import { complaintOfPage, type PageGiven } from "./page-given";
import type { Batch } from "./use-batch";
import { useImport } from "./use-import";

const several = words.severalImports;

const NOTHING: PageGiven = { mode: "text", text: "", html: "", address: "", addresses: "", files: [] };

interface Ways {
  readonly send: (form: FormData) => Promise<FormState>;
  /** For a browser without scripts. */
  readonly plain: FormAction;
  readonly batch: Batch;
  readonly drafts: Drafts;
}

interface Complaint {
  /** The field to blame; undefined where it is the form as a whole. */
  readonly field: string | undefined;
  readonly message: string;
}

/** What the form for giving a page holds and does. What was given stays until the page is read: a refusal loses nothing. */
export function useGiveForm({ send, plain, batch, drafts }: Ways) {
  const [answer, sendPlain] = useActionState(plain, null);
  const { given, about, change, finish } = useTypedPage(drafts, keptOf(answer));
  const [complaint, setComplaint] = useState<Complaint | null>(
    answer && !answer.ok ? { field: undefined, message: answer.message } : null,
  );
  const [isSending, setSending] = useState(false);
  const [importId, setImportId] = useState<string | null>(null);
  const router = useRouter();
  const progress = useImport(importId, (href) => router.push(href));
  // What is tried again by itself, perhaps for long, keeps nobody from giving another page.
  const isUnderWay = progress?.kind === "waiting" && progress.trouble === null;
  const isBusy = isSending || isUnderWay || progress?.kind === "done";

  const set = (changed: Partial<PageGiven>) => {
    change(changed, about);
    setComplaint(null);
  };
  const tell = (told: Partial<AboutPage>) => change({}, { ...about, ...told });
  const refuse = (field: string | undefined, message: string) => {
    setComplaint({ field, message });
    document.getElementById(`import-${field ?? given.mode}`)?.focus();
  };

  async function sendOne(form: FormData): Promise<void> {
    setSending(true);
    setComplaint(null);
    const outcome = await waitForOutcome(send(form));
    setSending(false);
    if (outcome.ok) {
      setImportId(outcome.data?.importId ?? null);
      finish();
    } else refuse(fieldOf(outcome.field, given), outcome.message);
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const form = formOf(event.currentTarget, given);
    setImportId(null);
    const early = (await complaintOfPage(given)) ?? complaintOfCount(howMany(given));
    if (early) return refuse(given.mode, early);
    if (howMany(given) < 2) return sendOne(form);
    finish();
    batch.start(await itemsOf(given), String(form.get("publisher") ?? ""));
  }

  return { given, set, about, tell, complaint, submit, sendPlain, isSending, isBusy, importId, progress };
}

/** What stands in the form, kept as a draft with every key until it is sent. */
function useTypedPage(drafts: Drafts, first: Partial<PageGiven>) {
  const kept = () => pageOfDraft(drafts.bodyOf(PAGE_DRAFT));
  const [typed, setTyped] = useState(() => ({
    given: { ...NOTHING, ...kept().given, ...first },
    about: kept().about,
  }));
  const latest = useRef(kept);
  useEffect(() => {
    latest.current = kept;
  });
  useEffect(() => {
    // What waited in this browser from before.
    if (drafts.turn === 0) return;
    const { given, about } = latest.current();
    setTyped((now) => ({ given: { ...now.given, ...given }, about }));
  }, [drafts.turn]);
  const change = (changed: Partial<PageGiven>, about: AboutPage) => {
    const given = { ...typed.given, ...changed };
    setTyped({ given, about });
    const body = draftOfPage(given, about);
    if (body !== null) drafts.keep(PAGE_DRAFT, body);
    else if (drafts.bodyOf(PAGE_DRAFT) !== null) drafts.forget(PAGE_DRAFT);
  };
  return { ...typed, change, finish: () => drafts.forget(PAGE_DRAFT) };
}

export type GiveFormAtWork = ReturnType<typeof useGiveForm>;

/** What is sent for one page. Of several addresses that are one, the one is sent. */
function formOf(element: HTMLFormElement, given: PageGiven): FormData {
  const form = new FormData(element);
  const isAddress = given.mode === "addresses";
  form.set("mode", isAddress ? "address" : given.mode);
  if (isAddress) form.set("address", given.addresses.trim());
  if (given.files[0]) form.set("file", given.files[0]);
  return form;
}

async function itemsOf({ mode, files, addresses }: PageGiven) {
  return mode === "file" ? batchOfFiles(files) : batchOfAddresses(addresses);
}

/** How many pages are given: one import each. */
export function howMany({ mode, files, addresses }: PageGiven): number {
  if (mode === "file") return files.length;
  return mode === "addresses" ? linesOf(addresses).length : 1;
}

function complaintOfCount(n: number): string | null {
  return n > MOST_AT_ONCE ? several.tooMany(n, MOST_AT_ONCE) : null;
}

/** The field that is shown for the one that is to blame. */
function fieldOf(field: string | undefined, { mode }: PageGiven): string | undefined {
  return field === "address" && mode === "addresses" ? mode : field;
}

/** What a browser without scripts had sent, when it was refused. */
function keptOf(answer: FormState): Partial<PageGiven> {
  return answer === null || answer.ok ? {} : { text: answer.kept.text ?? "" };
}
