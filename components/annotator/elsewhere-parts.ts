/** What reads and draws what other pages say: fetched with the first answer. */
export { isElsewhere } from "#lib/domain/elsewhere";
export { ElsewhereLine, ElsewhereSection } from "./elsewhere-section";
