import { bandWords } from "@/components/ui/band-words";
import type { ReleasedBand } from "@/lib/disclosure/band";

/** "44–52% favourable, 20–31% neutral or no answer, 21–30% unfavourable". Three bands, never a remainder. */
export function bucketWords(
  favourable: ReleasedBand,
  others: { readonly neutral: ReleasedBand; readonly unfavourable: ReleasedBand } | null,
): string {
  const share = ({ shareLo, shareHi }: ReleasedBand) => bandWords(shareLo, shareHi);
  if (others === null) return `${share(favourable)} favourable`;
  return [
    `${share(favourable)} favourable`,
    `${share(others.neutral)} neutral or no answer`,
    `${share(others.unfavourable)} unfavourable`,
  ].join(", ");
}
