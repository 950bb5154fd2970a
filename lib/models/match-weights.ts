/** The weights of the judge of pairs as their file holds them; `pipeline/match` unpacks them. */
export { default as matchWeights } from "./match-weights.json";
