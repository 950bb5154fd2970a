import { Client } from "pg";
import { vi } from "vitest";

/** What a page asks of the database, and how PostgreSQL reads it. */
export interface Question {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What its connection has PostgreSQL hold to: `["enable_sort=off"]`. */
  readonly settings?: readonly string[];
}

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

const ASKS = /^\s*(SELECT|WITH)/i;

/** Every question that `ask` asks; and what it gave. */
export async function questionsOf<Given>(
  ask: () => Promise<Given>,
): Promise<{ questions: Question[]; given: Given }> {
  const questions: Question[] = [];
  const spy = vi.spyOn(Client.prototype, "query");
  try {
    const given = await ask();
    for (const [i, call] of spy.mock.calls.entries()) {
      const [first, second] = call as unknown as [unknown, unknown];
      // pg takes a question as an object, or as a text with its values.
      const { text, values } =
        typeof first === "string" ? { text: first, values: second } : (first as Question);
      if (!ASKS.test(text)) continue;
      const settings = settingsOf(spy.mock.contexts[i]);
      questions.push({ text, values: Array.isArray(values) ? values : [], settings });
    }
    return { questions, given };
  } finally {
    spy.mockRestore();
  }
}

/** As a connection is told them: `-c jit=off -c enable_sort=off`. */
function settingsOf(connection: unknown): string[] {
  // The cast holds: what asks is a connection of pg, which keeps what it was made with.
  const { connectionParameters } = connection as { connectionParameters?: { options?: string } };
  return [...(connectionParameters?.options ?? "").matchAll(/-c (\S+)/g)].map(([, setting = ""]) => setting);
}

/** The nodes of its plan, made as on the connection that it was asked on. */
export async function planOf(sql: Client, { text, values, settings = [] }: Question): Promise<PlanNode[]> {
  await sql.query("BEGIN");
  for (const setting of settings) await sql.query(`SET LOCAL ${setting}`);
  const { rows } = await sql.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]);
  await sql.query("ROLLBACK");
  return nodesIn(rows[0]["QUERY PLAN"][0].Plan);
}

const nodesIn = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

/** Rows that it gave and rows that it left out, over all its turns. */
export const readBy = (node: PlanNode): number =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
