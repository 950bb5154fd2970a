/** Which items of a list are chosen, and how that changes. Ids are in the order of the list. */

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  /** The last one that was chosen or left by itself: a range begins there. Null before that. */
  readonly anchor: string | null;
}

export const NOTHING_CHOSEN: Choosing = { chosen: new Set(), anchor: null };

/** Choose one, or leave it. */
export function toggled({ chosen }: Choosing, id: string): Choosing {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** From the anchor up to this one all are as the anchor is; without an anchor it is this one alone. At most `most` are chosen. */
export function ranged(state: Choosing, ids: readonly string[], id: string, most: number): Choosing {
  const { chosen, anchor } = state;
  const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)];
  if (from < 0 || to < 0) return toggled(state, id);
  const next = new Set(chosen);
  const isOn = anchor === null || chosen.has(anchor);
  for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (!isOn) next.delete(one);
    else if (next.size < most) next.add(one);
  }
  return { chosen: next, anchor: anchor ?? id };
}

/** All of these, or where all are chosen already none. */
export function allOf({ chosen }: Choosing, ids: readonly string[], most: number): Choosing {
  const all = ids.slice(0, most);
  const isAll = all.every((id) => chosen.has(id));
  return { chosen: new Set(isAll ? [] : all), anchor: null };
}

/** What isn't in the list any more isn't chosen. */
export function keptOf({ chosen, anchor }: Choosing, ids: readonly string[]): Choosing {
  const here = new Set(ids);
  return {
    chosen: new Set([...chosen].filter((id) => here.has(id))),
    anchor: anchor !== null && here.has(anchor) ? anchor : null,
  };
}
