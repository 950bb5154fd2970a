import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "#lib/pipeline/analyse";
import { evaluationFile, readLines } from "./data";

export const CASES = "cases/cases.jsonl";

interface Case {
  readonly id: string;
  readonly input: { readonly text?: string; readonly html?: string; readonly url?: string };
}

export interface CaseFigures {
  readonly passed: number;
  readonly n: number;
  readonly kinds: Readonly<Record<string, { readonly passed: number; readonly n: number }>>;
}

/** How many of the small pages, each about one thing, come out as they should. Answers are kept in `folder`. */
export function measureCases(folder: string): CaseFigures {
  const answers = readLines<Case>(evaluationFile(CASES)).map(({ id, input: { text, html, url } }) => {
    const format = html === undefined ? "text" : "html";
    try {
      return { id, ...analyse({ format, content: html ?? text ?? "", url: url ?? null, publisher: null }) };
    } catch (error) {
      // a page that is refused is an answer, too, and the wrong one
      return { id, error: String(error) };
    }
  });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "cases.jsonl");
  writeFileSync(path, `${answers.map((row) => JSON.stringify(row)).join("\n")}\n`);
  const scorer = evaluationFile("cases/score-cases.mjs");
  const said = execFileSync(process.execPath, [scorer, evaluationFile(CASES), path, "--json"], {
    encoding: "utf8",
  });
  return JSON.parse(said) as CaseFigures; // the scorer's own answer
}
