/** The line classifier's weights as their file holds them; `segment/classifier` unpacks them. */
export { default as lineWeights } from "./line-weights.json";
