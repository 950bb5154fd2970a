import { clustersOf } from "./clusters";

export interface Said {
  readonly a: string;
  readonly b: string;
  readonly relation: string;
  readonly score: number;
}

/** What was said of pairs, made to agree: SAME within a cluster, and SIMILAR where two were called the same that a cluster keeps apart. */
export function agreed(said: readonly Said[]): Said[] {
  const ids = [...new Set(said.flatMap(({ a, b }) => [a, b]))].sort();
  const places = new Map(ids.map((id, i) => [id, i]));
  const at = (id: string) => places.get(id) ?? 0;
  const judged = said.map(({ a, b, relation, score }) => ({
    a: at(a),
    b: at(b),
    score,
    isSame: relation === "SAME",
  }));
  const clusters = clustersOf(ids.length, judged);
  return said.map((one) => {
    const isTogether = clusters[at(one.a)] === clusters[at(one.b)];
    return one.relation === "SAME" && !isTogether ? { ...one, relation: "SIMILAR" } : one;
  });
}
