/** What stands where a name, or a way to reach somebody, was. */
export const NAME_MARK = "[name]";
export const CONTACT_MARK = "[contact]";

/** Somebody whose name may not stand in a text, as on the roster. */
export interface PersonName {
  readonly given: string;
  readonly family: string;
}

/** Takes names, and ways to reach somebody, out of what students wrote. */
export type NameStripper = (text: string) => string;

/** E-mail and web addresses, @names, and seven digits or more however they are spaced. */
const CONTACTS =
  /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|edu|gov|info|app|gg|io|tv|us|es|mx|me|co)(?![\p{L}\p{N}])(?:\/\S*)?|\+?\d(?:[\s().-]*\d){6,}/giu;
/** A word, with what a name may have inside it: "O'Brien", "Mary-Kate". */
const WORD = /[\p{L}\p{M}]+(?:['’‑-][\p{L}\p{M}]+)*/gu;
const PIECE = /[\p{L}\p{M}]+|['’‑-]/gu;
/** "A.J.", "J. R." */
const INITIALS = /(?<![\p{L}\p{M}])\p{L}\.(?:\s?\p{L}\.)+/gu;
/** Scripts that put no space between words, or hang endings on them: there a name is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Small words that stand in many names and in every sentence: alone they name nobody. */
const PARTICLES = new Set(
  "de la las los del da das do dos di du des le el al bin bint ibn abu van von der den ter ten zu y e i".split(
    " ",
  ),
);
/** Words of every sentence that are also names: taken out only where a capital inside the sentence says so. */
const EVERYDAY = new Set(
  "will may can an am are as at be but by do go ha he hi if in is it me my no of ok on or see so to up us we a es en lo me mi no se si su te tu un va ya yo".split(
    " ",
  ),
);

/**
 * A stripper for these people's names, given and family: every part of two letters or more, whatever its case and
 * accents, alone, joined to others ("Deandre" for De'Andre), or with a possessive ending. Words that are also names
 * ("Hope") go too: better one word too many; but "de", "la" and "will" stay where nothing makes them a name, else a
 * school with one "de la Cruz" could read no Spanish sentence. Names that stand next to each other leave one mark.
 * Nicknames and misspelled names stay; the student is told.
 */
export function nameStripper(people: Iterable<PersonName>): NameStripper {
  const parts = new Set<string>();
  const unspaced = new Set<string>();
  const add = (name: string): void => {
    if ([...name].length < 2) return;
    if (UNSPACED.test(name)) unspaced.add(name);
    else parts.add(name);
  };
  for (const { given, family } of people) {
    for (const name of [given, family]) {
      for (const [word] of name.matchAll(WORD)) {
        for (const piece of [word, ...word.split(/['’‑-]/u)].map(joined)) {
          if (!PARTICLES.has(piece)) add(piece);
        }
      }
      // "de la Cruz" is "delacruz"; somebody whose whole family name is "Do" is "do".
      add(joined(name));
    }
    add(joined(given + family));
    add(joined(family + given));
  }
  const anywhere = [...unspaced].sort((a, b) => b.length - a.length);

  return (text) => {
    const reached = withoutContacts(text.normalize("NFC"));
    const spelled = reached.replaceAll(INITIALS, (initials) =>
      parts.has(joined(initials)) ? NAME_MARK : initials,
    );
    const words = spelled.replaceAll(WORD, (word, at: number) => strip(word, spelled, at));
    const all = anywhere.reduce((left, name) => left.replaceAll(name, NAME_MARK), words);
    return all.replaceAll(/\[name\](?:[\s'’.‑-]*\[name\])+/gu, NAME_MARK);
  };

  function strip(word: string, text: string, at: number): string {
    // "[name]" and "[contact]" came from an earlier step, or a student wrote them: no name either way.
    const [, owner, ending] = /^(.+)(['’]s)$/iu.exec(word) ?? [];
    if (owner !== undefined && parts.has(joined(owner))) return NAME_MARK + (ending ?? "");
    if (isName(joined(word), word, text, at)) return NAME_MARK;
    let from = at;
    return word.replaceAll(PIECE, (piece) => {
      const here = from;
      from += piece.length;
      return isName(joined(piece), piece, text, here) ? NAME_MARK : piece;
    });
  }

  function isName(folded: string, written: string, text: string, at: number): boolean {
    if (EVERYDAY.has(folded) || PARTICLES.has(folded)) {
      return parts.has(folded) && /^\p{Lu}/u.test(written) && !beginsSentence(text, at);
    }
    if (parts.has(folded)) return true;
    // "Annas": of a short name an ending would make words of every sentence ("Thi" and "this").
    return folded.length > 4 && folded.endsWith("s") && parts.has(folded.slice(0, -1));
  }
}

/** Until nothing is left: of "ana@@x" or "a@b@c" the first look takes one half, and leaves another beside the mark. */
function withoutContacts(text: string): string {
  const without = text.replaceAll(CONTACTS, CONTACT_MARK);
  return without === text ? text : withoutContacts(without);
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?¡¿:;\n“"(])\s*$/u.test(text.slice(0, at));
}

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", æ: "ae", œ: "oe", ß: "ss", þ: "th" },
};

/** In lower case without accents and without anything but letters: "José", "JOSE" and "jose" are one name. */
function joined(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().normalize("NFC");
  return [...plain]
    .filter((letter) => /[\p{L}\p{M}]/u.test(letter))
    .map((letter) => LETTERS[letter] ?? letter)
    .join("");
}
