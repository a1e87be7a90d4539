/** The part of saxen that is used here; the package ships no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(event: 'error', handler: (error: Error) => void): this;
    on(event: 'openTag', handler: (name: string, attributes: () => unknown, decode: Decode) => void): this;
    on(event: 'closeTag', handler: (name: string) => void): this;
    on(event: 'text', handler: (text: string, decode: Decode) => void): this;
    parse(xml: string): this;
  }
}
