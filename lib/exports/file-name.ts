/** What a file system, a header or a shell takes for something else. */
const UNFIT = /[\p{C}\p{Z}"\\/:*?<>|;%]+/gu;
const MARKS = /\p{M}+/gu;
const NOT_PLAIN = /[^\x20-\x7E]+/gu;
const LONGEST = 120;

/** A header that names a download: plain letters for old programs, and the whole name after RFC 6266 and RFC 8187. */
export function contentDisposition(title: string, ending: string): string {
  const name = title
    .normalize("NFC")
    .replaceAll(UNFIT, " ")
    .trim()
    .replaceAll(/^\.+/gu, "")
    .slice(0, LONGEST)
    // Half a character, where the cut fell.
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trim();
  const plain = name.normalize("NFD").replaceAll(MARKS, "").replaceAll(NOT_PLAIN, "_");
  const [ascii, whole] = [plain, name].map((text) => `${text === "" ? "hearth" : text}.${ending}`);
  return `attachment; filename="${ascii ?? ""}"; filename*=UTF-8''${rfc8187(whole ?? "")}`;
}

/** The whole name in such a header; null where there is none. */
export function nameIn(header: string | null): string | null {
  const [, name] = /filename\*=UTF-8''([^;]+)/u.exec(header ?? "") ?? [];
  return name === undefined ? null : decodeURIComponent(name);
}

/** `encodeURIComponent` leaves four characters that RFC 8187 does not allow. */
function rfc8187(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
