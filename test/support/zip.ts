/** Zip archives as small as can be, true ones and forged ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says instead of the truth. */
  readonly forged?: { readonly size?: number; readonly packedSize?: number; readonly flags?: number };
}

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, forged = {} } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, { bytes, size: bytes.length, packedSize: packed.length, flags: forged.flags, nameBytes });
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    const { size = bytes.length, packedSize = packed.length, flags } = forged;
    writeCommon(entry, 6, { bytes, size, packedSize, flags, nameBytes });
    entry.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, packed);
    directory.push(entry, nameBytes);
    offset += local.length + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

interface Header {
  readonly bytes: Buffer;
  readonly size: number;
  readonly packedSize: number;
  readonly flags: number | undefined;
  readonly nameBytes: Buffer;
}

/** The fields that the header of an entry and its line in the directory share, from the version needed on. */
function writeCommon(buffer: Buffer, at: number, { bytes, size, packedSize, flags = 0, nameBytes }: Header): void {
  buffer.writeUInt16LE(20, at);
  buffer.writeUInt16LE(flags, at + 2);
  buffer.writeUInt16LE(8, at + 4);
  buffer.writeUInt32LE(crc32(bytes), at + 10);
  buffer.writeUInt32LE(packedSize, at + 14);
  buffer.writeUInt32LE(size, at + 18);
  buffer.writeUInt16LE(nameBytes.length, at + 22);
}
