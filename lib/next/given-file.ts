/**
 * A form in which something is given as a file, or pasted: the chosen file, else what was pasted, as `content`. What is longer than `most` UTF-16 units is cut
 * behind them: the verb refuses it by its length.
 */
export async function givenFile(form: FormData, most: number) {
  const { file, content = "", ...fields } = Object.fromEntries(form);
  if (!(file instanceof File) || file.size === 0) return { ...fields, content, name: null };
  // UTF-8 has at most three bytes for a unit of UTF-16.
  const read = await file.slice(0, most * 3 + 3).text();
  return { ...fields, content: read, name: file.name.slice(0, 200) };
}
