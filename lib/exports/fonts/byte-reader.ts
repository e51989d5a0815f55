/** Reads big-endian numbers one after the other. Throws RangeError at the end of the bytes, as DataView does. */
export class ByteReader {
  readonly #view: DataView;
  at = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.#view.getUint8(this.#move(1));
  }

  i8(): number {
    return this.#view.getInt8(this.#move(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#move(2));
  }

  i16(): number {
    return this.#view.getInt16(this.#move(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#move(4));
  }

  /** A part of the bytes as a reader of its own; this one goes on behind it. */
  part(length: number): ByteReader {
    return new ByteReader(this.bytes.subarray(this.#move(length), this.at));
  }

  /** UIntBase128 of WOFF2, 4.1. */
  base128(): number {
    let value = 0;
    for (let bytes = 0; bytes < 5; bytes++) {
      const byte = this.u8();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError("a number of more than five bytes");
  }

  /** 255UInt16 of WOFF2, 4.2. */
  short255(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 255) return this.u8() + 253;
    return code === 254 ? this.u8() + 506 : code;
  }

  #move(by: number): number {
    const from = this.at;
    this.at += by;
    return from;
  }
}
