/** What reads and draws what other pages say: fetched with the first answer. */
export { ElsewhereItems } from "#components/claims/elsewhere-items";
export { isElsewhere } from "#lib/domain/elsewhere";
