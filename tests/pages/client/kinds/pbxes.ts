import '../frame/frame.css';
import { CUSTOMER, PBXES } from '../../shared/data.ts';
import { readKnobs } from '../../shared/knobs.ts';
import { WORDS } from '../../shared/words.ts';
import { h } from '../frame/dom.ts';

/** The customer's PBXes: where the extension learns their terms. */
const words = WORDS[readKnobs(location.search).lang];
const dates = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
const cells = (tag: string, texts: string[]) => h('tr', ...texts.map((text) => h(tag, text)));
document.body.append(
  h('h1', `${words.pbxes} ${words.of} ${CUSTOMER}`),
  h(
    'table',
    h('thead', cells('th', [words.name, words.term, words.expires])),
    h(
      'tbody',
      ...PBXES.map(({ name, term, expiration }) =>
        cells('td', [name, words.terms[term], expiration === null ? '–' : dates.format(new Date(expiration))]),
      ),
    ),
  ),
);
