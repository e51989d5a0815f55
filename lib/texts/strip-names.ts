/** What stands where a name, or a way to reach somebody, was. */
export const NAME_MARK = "[name]";
export const CONTACT_MARK = "[contact]";

/** E-mail and web addresses, @names, and six digits or more however they are spaced. */
const CONTACTS =
  /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+|\+?\d(?:[\s().\-/]*\d){5,}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Scripts that put no space between words: there a name is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Takes names, and ways to reach somebody, out of what students wrote. */
export type NameStripper = (text: string) => string;

/**
 * A stripper for these people's names, given and family: every part of two letters or more, whatever its case and
 * accents, alone or with a possessive ending. Words that are also names ("Will") go too: better one word too many.
 * Names that stand next to each other leave one mark. Nicknames and misspelled names stay; the student is told.
 */
export function nameStripper(names: Iterable<string>): NameStripper {
  const parts = new Set<string>();
  const unspaced = new Set<string>();
  for (const name of names) {
    for (const [part] of name.matchAll(WORD)) {
      const folded = fold(part);
      if ([...folded].length < 2) continue;
      if (UNSPACED.test(folded)) unspaced.add(folded);
      else parts.add(folded);
    }
  }
  const anywhere = [...unspaced].sort((a, b) => b.length - a.length);
  return (text) => {
    const normal = text.normalize("NFC");
    const reached = normal.replaceAll(CONTACTS, CONTACT_MARK);
    const words = reached.replaceAll(WORD, (word) => (isName(word) ? NAME_MARK : word));
    const all = anywhere.reduce((left, name) => left.replaceAll(name, NAME_MARK), words);
    return all.replaceAll(/\[name\](?:[\s'’\-.]*\[name\])+/gu, NAME_MARK);
  };

  function isName(word: string): boolean {
    // "[name]" and "[contact]" came from an earlier step of this text, or a student wrote them: no name either way.
    const folded = fold(word);
    return parts.has(folded) || (folded.endsWith("s") && parts.has(folded.slice(0, -1)));
  }
}

/** Lower case without accents, so that "José", "JOSE" and "jose" are one name. */
function fold(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().normalize("NFC");
}
