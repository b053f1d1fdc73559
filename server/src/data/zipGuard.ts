/**
 * Looks at the directory of a zip archive before anything is unpacked, so that no small file becomes gigabytes. Reads
 * sizes only; whoever unpacks must not give out more than the directory declares.
 */

export type ZipVerdict = 'fine' | 'no-archive' | 'forged' | 'too-large';

/** More than a table needs, less than a machine has. */
export const maximumUnpacked = 200_000_000;

/** What is repeated that often is no data. */
const maximumRatio = 200;

/** A small archive may hold much of the same: below this the ratio says nothing. */
const alwaysAllowed = 1_000_000;

/**
 * `forged`: sizes that cannot be true (a packed entry of no declared size). `too-large`: more than 200 MB unpacked, or
 * more than 200 times the archive's own size.
 */
export function judgeZip(bytes: Uint8Array): ZipVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) return 'no-archive';
  let total = 0;
  let position = directory.offset;
  for (let entry = 0; entry < directory.nEntries; entry++) {
    if (position + 46 > bytes.length || view.getUint32(position, true) !== entrySignature) return 'no-archive';
    const packedSize = view.getUint32(position + 20, true);
    const size = view.getUint32(position + 24, true);
    const isForged = packedSize === 0 ? hasSizesElsewhere(view, position) : size === 0 && packedSize > emptyPackedSize;
    if (isForged) return 'forged';
    // Sizes of more than 4 GB stand elsewhere, with this number in their place: it is too large by itself.
    total += size;
    position += 46 + lengthAt(view, position + 28) + lengthAt(view, position + 30) + lengthAt(view, position + 32);
  }
  const isBlownUp = total > alwaysAllowed && total > maximumRatio * bytes.length;
  return total > maximumUnpacked || isBlownUp ? 'too-large' : 'fine';
}

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 65_535;

/** Nothing, packed by deflate. */
const emptyPackedSize = 2;

function findDirectory(view: DataView): { readonly offset: number; readonly nEntries: number } | undefined {
  const earliest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let position = view.byteLength - endLength; position >= earliest; position--) {
    if (view.getUint32(position, true) !== endSignature) continue;
    const nEntries = view.getUint16(position + 10, true);
    const offset = view.getUint32(position + 16, true);
    // The larger form of the directory is for archives that are too large in any case.
    return nEntries === 0xffff || offset === 0xffffffff ? undefined : { offset, nEntries };
  }
  return undefined;
}

/** Whether the sizes are said to follow the data, where a reader would look for them: not in a whole directory. */
function hasSizesElsewhere(view: DataView, position: number): boolean {
  const isMarked = (view.getUint16(position + 8, true) & 8) !== 0;
  const nameLength = lengthAt(view, position + 28);
  const nameEnd = position + 46 + nameLength;
  const isFolder = nameLength > 0 && nameEnd <= view.byteLength && view.getUint8(nameEnd - 1) === 47;
  return isMarked && !isFolder;
}

function lengthAt(view: DataView, position: number): number {
  return view.getUint16(position, true);
}
