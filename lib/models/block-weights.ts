/** The block classifier's weights as their file holds them; `segment/classifier` unpacks them. */
export { default as blockWeights } from "./block-weights.json";
