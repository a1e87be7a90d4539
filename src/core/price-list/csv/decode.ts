import { refuse } from '../reasons.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** `true`: by a byte order mark, or by bytes that only UTF-8 forms; `false`: for want of anything better. */
  readonly certain: boolean;
}

/** The characters of Windows-1252 at 0x80 to 0x9F; five places are empty. Some engines decode them as control characters. */
const AT_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decode1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => AT_0X80[character.charCodeAt(0) - 0x80] ?? character);

const hasMark = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

/** UTF-16 without a mark: in text of Latin letters every other byte is 0. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.3 && even === 0) return 'utf-16le';
  if (even > head.length * 0.3 && odd === 0) return 'utf-16be';
  return undefined;
}

/**
 * The text of a CSV file: by its mark, else UTF-8 where its bytes are valid UTF-8, else Windows-1252, which is what a
 * spreadsheet program writes in western Europe. @throws ListRefusal where it is no text at all.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = hasMark(bytes, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : hasMark(bytes, 0xff, 0xfe)
      ? 'utf-16le'
      : hasMark(bytes, 0xfe, 0xff)
        ? 'utf-16be'
        : utf16WithoutMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, certain: true };
  // Control characters that no text holds: a binary file without a known head.
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27))) refuse('list-file-unsupported', { kind: 'binary' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', certain: true };
  } catch {
    return { text: decode1252(bytes), encoding: 'windows-1252', certain: false };
  }
}
