/** A group's own id and those of all above it. */
export function chainUp(
  id: string,
  parents: ReadonlyMap<string, string | null>,
): readonly string[] {
  const chain: string[] = [];
  for (let at: string | null | undefined = id; at !== null && at !== undefined;) {
    chain.push(at);
    at = parents.get(at);
  }
  return chain;
}
