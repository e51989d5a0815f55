/**
 * Of the waves that asked some classes of a group, newest first, those that stand for the group: that asked at least half
 * as many of its classes as the widest did. A teacher's pulse for one class does not speak for the school.
 */
export function mainWaves<W extends { readonly classes: number }>(waves: readonly W[]): W[] {
  const most = Math.max(0, ...waves.map(({ classes }) => classes));
  return waves.filter(({ classes }) => 2 * classes >= most);
}
