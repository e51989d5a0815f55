import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audioTypeOf } from "./audio-type";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part,
    ),
  );
const OGG: (string | number[])[] = ["OggS", Array.from({ length: 22 }, () => 0), [1, 19]];

describe("the kind of a recording", () => {
  it.each([
    ["audio/mpeg", bytes("ID3", [4, 0, 0])],
    ["audio/mpeg", bytes([0xff, 0xfb, 0x90, 0x64])],
    ["audio/mpeg", bytes([0xff, 0xf3, 0x40])],
    ["audio/mp4", bytes([0, 0, 0, 0x20], "ftypM4A ")],
    ["audio/mp4", bytes([0, 0, 0, 0x18], "ftypmp42")],
    ["audio/ogg", bytes(...OGG, "OpusHead")],
    ["audio/ogg", bytes(...OGG, "\u0001vorbis")],
    ["audio/webm", bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84], "webm")],
    ["audio/wav", bytes("RIFF", [1, 2, 3, 4], "WAVEfmt ")],
  ])("is %s", (type, file) => {
    expect(audioTypeOf(file)).toBe(type);
  });

  it.each([
    ["a page", bytes("<!doctype html><script>")],
    ["a picture that moves", bytes("RIFF", [1, 2, 3, 4], "AVI ")],
    ["a picture", bytes("RIFF", [1, 2, 3, 4], "WEBPVP8 ")],
    ["a HEIC photograph", bytes([0, 0, 0, 0x18], "ftypheic")],
    ["Ogg video", bytes(...OGG, "\u0080theora")],
    ["Matroska", bytes([0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x88], "matroska")],
    ["AAC without a container", bytes([0xff, 0xf1, 0x50])],
    ["UTF-16", bytes([0xff, 0xfe, 0x3c, 0x00])],
    ["nothing", bytes()],
  ])("is none for %s", (_, file) => {
    expect(audioTypeOf(file)).toBeNull();
  });

  it("is told of any bytes without an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (file) => {
        audioTypeOf(file);
      }),
    );
  });
});
