import { createHmac } from "node:crypto";

const LABEL = "hearth nominations/1\0";

/**
 * Numbers 1 to n for the students of a class: their places in the order of HMAC-SHA256(key, id). Without the key the
 * order says nothing of who is who, and a number of one wave nothing of another.
 * @param key 32 bytes that live with the wave's other keys and are destroyed with them
 * @param personIds each once
 */
export function numberStudents(
  key: Uint8Array,
  personIds: readonly string[],
): ReadonlyMap<string, number> {
  const tagged = personIds.map((id) => {
    const tag = createHmac("sha256", key).update(LABEL).update(id).digest("hex");
    return { id, tag };
  });
  tagged.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return new Map(tagged.map(({ id }, at) => [id, at + 1]));
}
