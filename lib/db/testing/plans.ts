import { Client } from "pg";
import { vi } from "vitest";

/** What a page asks of the database, and how PostgreSQL reads it. */
export interface Question {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

const ASKS = /^\s*(SELECT|WITH)/i;
const HOLDS = /^(BEGIN|COMMIT|ROLLBACK)|set_config\(/i;

/** Every question that `ask` asks, and what is said to hold for them, a connection after the other; and what it gave. */
export async function questionsOf<Given>(
  ask: () => Promise<Given>,
): Promise<{ questions: Question[]; given: Given }> {
  const asked = new Map<unknown, Question[]>();
  const spy = vi.spyOn(Client.prototype, "query");
  try {
    const given = await ask();
    for (const [i, call] of spy.mock.calls.entries()) {
      const [first, second] = call as unknown as [unknown, unknown];
      // pg takes a question as an object, or as a text with its values.
      const { text, values } =
        typeof first === "string" ? { text: first, values: second } : (first as Question);
      if (!ASKS.test(text) && !HOLDS.test(text)) continue;
      const connection = spy.mock.contexts[i];
      const before = asked.get(connection) ?? [];
      asked.set(connection, [...before, { text, values: Array.isArray(values) ? values : [] }]);
    }
    return { questions: [...asked.values()].flat(), given };
  } finally {
    spy.mockRestore();
  }
}

/** The nodes of its plan. What is only said to hold is said here too, and has none. */
export async function planOf(sql: Client, { text, values }: Question): Promise<PlanNode[]> {
  if (HOLDS.test(text)) {
    await sql.query(text, [...values]);
    return [];
  }
  const { rows } = await sql.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]);
  return nodesIn(rows[0]["QUERY PLAN"][0].Plan);
}

const nodesIn = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

/** Rows that it gave and rows that it left out, over all its turns. */
export const readBy = (node: PlanNode): number =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
