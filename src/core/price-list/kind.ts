/** What a file is, by its first bytes; its name is not trusted. */
export type FileKind = 'zip' | 'pdf' | 'encrypted-office' | 'xls' | 'html' | 'xml' | 'image' | 'csv';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);

/** Whether `text`, in the given number of bytes per character, occurs in `bytes`. */
function contains(bytes: Uint8Array, text: string, width: 1 | 2): boolean {
  const wanted = [...text].flatMap((c) => (width === 2 ? [c.charCodeAt(0), 0] : [c.charCodeAt(0)]));
  const last = bytes.length - wanted.length;
  for (let at = 0; at <= last; at++) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/**
 * The kind of a file. A password-protected workbook is an OLE container with an `EncryptedPackage` stream; any other
 * OLE container is the binary format before xlsx. Whatever has no known head is taken for text.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return contains(bytes, 'EncryptedPackage', 2) ? 'encrypted-office' : 'xls';
  }
  if (contains(bytes.subarray(0, 1024), '%PDF-', 1)) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|table|head|body)/.test(head)) return 'html';
  if (head.startsWith('<?xml')) return 'xml';
  return 'csv';
}
