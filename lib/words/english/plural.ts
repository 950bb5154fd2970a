/** A number with its noun: "1 day", "4 days". */
export const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** No more than `most` are counted. */
export const many = (n: number, most: number, one: string, more: string) =>
  n > most ? `more than ${most} ${more}` : plural(n, one, more);
