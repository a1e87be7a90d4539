import { Parser } from 'saxen';

/** What is called while a part is read, with names freed of their namespace prefix and entities decoded. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one XML part from start to end. Document types and entities other than the five named ones are not expanded.
 * @throws Error where the part is not well-formed.
 */
export function readXml(xml: string, handlers: XmlHandlers): void {
  const parser = new Parser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('openTag', (name, attributes, decode) => {
    const decoded: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes() as Record<string, string>))
      decoded[local(key)] = decode(value);
    handlers.open(local(name), decoded);
  });
  parser.on('closeTag', (name) => handlers.close?.(local(name)));
  parser.on('text', (text, decode) => handlers.text?.(decode(text)));
  parser.parse(xml);
}

export const decodeXml = (part: Uint8Array | undefined): string => new TextDecoder().decode(part ?? new Uint8Array());
