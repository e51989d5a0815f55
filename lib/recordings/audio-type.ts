/** A recording's content type, by its first bytes. Null: nothing that Hearth serves. */
export function audioTypeOf(bytes: Uint8Array): AudioType | null {
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WAVE") return "audio/wav";
  if (text(bytes, 0, 4) === "OggS") return isOggAudio(bytes) ? "audio/ogg" : null;
  if (text(bytes, 4, 8) === "ftyp") return MP4.test(text(bytes, 8, 12)) ? "audio/mp4" : null;
  if (EBML.every((byte, at) => bytes[at] === byte)) {
    // Matroska's own files begin alike: the name of the kind stands in the header.
    return text(bytes, 0, 64).includes("webm") ? "audio/webm" : null;
  }
  if (text(bytes, 0, 3) === "ID3" || isMp3Frame(bytes)) return "audio/mpeg";
  return null;
}

/** What Hearth serves. The table is ours: what a browser says of the file it uploads is not believed. */
export type AudioType = "audio/mpeg" | "audio/mp4" | "audio/ogg" | "audio/webm" | "audio/wav";

/** Brands of MP4 in which phones and computers record. */
const MP4 = /^(M4A |M4B |mp41|mp42|isom|iso[2-9]|dash|3gp[4-9])$/;
const EBML = [0x1a, 0x45, 0xdf, 0xa3];

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** The first packet of an Ogg file, behind a page header of 28 bytes or so, begins with the name of its codec. */
function isOggAudio(bytes: Uint8Array): boolean {
  const start = text(bytes, 26, 64);
  return start.includes("OpusHead") || start.includes("\u0001vorbis");
}

/** Frame sync of MPEG audio, layer III: 11 bits, a version and a layer, and neither a free nor a bad bit rate. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const version = (second >> 3) & 3;
  const rate = third >> 4;
  return (
    first === 0xff &&
    second >= 0xe0 &&
    version !== 1 &&
    ((second >> 1) & 3) === 1 &&
    rate > 0 &&
    rate < 15
  );
}
