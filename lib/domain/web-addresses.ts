/** In UTF-16 units. */
export const WEB_ADDRESS_LENGTH = 2000;

export function hasUserinfo(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username !== "" || password !== "";
}

/**
 * What keeps an address, without white space around it, from standing in a link; null where nothing does. It is of http or https and nothing else, so that
 * no script hides in one. What stands before an @ is a name and a password, and what is taken in is kept for ever: so there is none.
 */
export function addressComplaint(address: string): "longText" | "wholeWebAddress" | "secretInAddress" | null {
  if (address.length > WEB_ADDRESS_LENGTH) return "longText";
  if (!URL.canParse(address) || !["http:", "https:"].includes(new URL(address).protocol))
    return "wholeWebAddress";
  return hasUserinfo(address) ? "secretInAddress" : null;
}
