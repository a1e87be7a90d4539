import { generate } from 'selfsigned';

let made: Promise<{ key: string; cert: string }> | undefined;

/** Made anew in each process, trusted by nobody. */
export function throwAwayCertificate(): Promise<{ key: string; cert: string }> {
  made ??= generate([{ name: 'commonName', value: 'my.wildix.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'my.wildix.com' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  }).then(({ private: key, cert }) => ({ key, cert }));
  return made;
}
