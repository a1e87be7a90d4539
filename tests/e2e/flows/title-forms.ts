/** The words that titles are made of, per language. */
export interface TitleWords {
  readonly lang: string;
  readonly customers: string;
  readonly devices: string;
  readonly pbxes: string;
  readonly order: string;
  readonly of: string;
  readonly customer: string;
  readonly serial: string;
  readonly model: string;
  readonly type: string;
  readonly pbx: string;
  readonly convert: string;
}

const words = (line: string): TitleWords => {
  const [lang, customers, devices, pbxes, order, of, customer, serial, model, type, pbx, convert] = line.split('|');
  return { lang, customers, devices, pbxes, order, of, customer, serial, model, type, pbx, convert } as TitleWords;
};

export const TITLE_WORDS: readonly TitleWords[] = [
  'en|Customers|Devices|PBXes|Order HWaaS|of|Customer|Serial number|Model|Contract type|PBX|Convert to HWaaS',
  'de|Kunden|Geräte|Telefonanlagen|HWaaS bestellen|von|Kunde|Seriennummer|Modell|Vertragsart|Telefonanlage|In HWaaS umwandeln',
  'es|Clientes|Dispositivos|Centralitas|Pedir HWaaS|de|Cliente|Número de serie|Modelo|Tipo de contrato|Centralita|Convertir a HWaaS',
  'fr|Clients|Appareils|Les PBX|Commander HWaaS|de|Client|N° de série|Modèle|Type de contrat|IPBX|Convertir en HWaaS',
  'it|Clienti|Dispositivi|Centralini|Ordina HWaaS|di|Cliente|Matricola|Modello|Contratto|Centralino|Converti in HWaaS',
  'nl|Klanten|Apparaten|Telefooncentrales|Bestel HWaaS|van|Klant|Serienummer|Model|Contracttype|Telefooncentrale|Naar HWaaS omzetten',
].map(words);

/** Names as companies have them: with everything in them that titles are made of. */
export const NAMES = [
  'Acme GmbH',
  'Weiß-Müller – Söhne GmbH',
  'Smith, Jones & Partners',
  'Bank of Scotland',
  'Casa de la Luz S.L.',
  'Johnson / Johnson Ltd',
  '3M Deutschland GmbH',
  '1&1 AG',
  'A > B Consulting',
  'PBX Solutions Ltd',
  'Devices & More Ltd',
  'Orders AG',
  'The Cart Company',
  'Customers First Inc.',
  'Geräte Müller KG',
  'Dispositivi Rossi s.r.l.',
  'Smart Devices - London',
  'Hotel: Alpenblick',
  'Société Générale des Appareils',
  'Order HWaaS Fans e.V.',
  'Van der Berg | Zonen',
  'Telefooncentrale Noord B.V.',
  '(old) Kunde 2 GmbH',
  'Devices of Tomorrow Ltd',
  'Centrale Termica S.p.A.',
  'de la Cruz S.A.',
  'van den Heuvel B.V.',
  'Della Rovere s.r.l.',
] as const;

const esc = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const ARROW =
  '<svg width="12" height="12" viewBox="0 0 12 12"><path d="M4 2l4 4-4 4" fill="none" stroke="#888"/></svg>';

/** Ways in which a page can say whose devices it shows. */
export const FORMS: Readonly<Record<string, (w: TitleWords, name: string) => string>> = {
  'title of name': (w, n) => `<h1>${w.devices} ${w.of} ${esc(n)}</h1>`,
  'title – name': (w, n) => `<h1>${w.devices} – ${esc(n)}</h1>`,
  'name – title': (w, n) => `<h1>${esc(n)} – ${w.devices}</h1>`,
  'name / title': (w, n) => `<div style="font-size:22px">${esc(n)} / ${w.devices}</div>`,
  'title: name': (w, n) => `<h2>${w.devices}: ${esc(n)}</h2>`,
  'name | title': (w, n) => `<h2>${esc(n)} | ${w.devices}</h2>`,
  'two headings': (w, n) => `<h1>${esc(n)}</h1><h2>${w.devices}</h2>`,
  'two headings, title first': (w, n) => `<h1>${w.devices}</h1><h2>${esc(n)}</h2>`,
  'label in front': (w, n) => `<h1>${w.devices}</h1><p>${w.customer}: ${esc(n)}</p>`,
  'ordered list': (w, n) =>
    `<nav aria-label="breadcrumb"><ol><li><a href="#">${w.customers}</a></li><li><a href="#">${esc(n)}</a></li><li>${w.devices}</li></ol></nav>`,
  'links with marks': (w, n) =>
    `<div><a href="#">${w.customers}</a> › <a href="#">${esc(n)}</a> › <span>${w.devices}</span></div>`,
  'spans with marks of their own': (w, n) =>
    `<div><span>${w.customers}</span><span> / </span><span>${esc(n)}</span><span> / </span><span>${w.devices}</span></div>`,
  'list with drawn arrows': (w, n) =>
    `<ul style="display:flex;list-style:none;padding:0">${[w.customers, esc(n), w.devices].map((part) => `<li>${part}</li>`).join(`<li>${ARROW}</li>`)}</ul>`,
  'links with drawn arrows': (w, n) =>
    `<div style="display:flex;gap:4px">${[w.customers, esc(n), w.devices].map((part) => `<a href="#">${part}</a>`).join(ARROW)}</div>`,
  'boxes with marks by style': (w, n) =>
    `<style>.crumb+.crumb::before{content:"/";padding:0 6px}</style><div style="display:flex">${[w.customers, esc(n), w.devices].map((part) => `<div class="crumb">${part}</div>`).join('')}</div>`,
  'label and value': (w, n) =>
    `<h1>${w.devices}</h1><dl style="display:flex;gap:12px"><dt>${w.customer}</dt><dd style="margin:0">${esc(n)}</dd></dl>`,
  'combo box': (w, n) =>
    `<h1>${w.devices}</h1><label>${w.customer} <select><option>Other One Ltd</option><option selected>${esc(n)}</option></select></label>`,
};

/** Ways to print a name beside a title that only the remembered customers tell from anything else. */
export const BESIDE: Readonly<Record<string, (w: TitleWords, name: string) => string>> = {
  'a line below': (w, n) => `<h1>${w.devices}</h1><p>${esc(n)}</p>`,
  'a text behind': (w, n) => `<h1 style="display:inline">${w.devices}</h1> <span>${esc(n)}</span>`,
  'a line behind the heading': (w, n) => `<h1>${w.devices}</h1><span>${esc(n)}</span>`,
  'small in the heading': (w, n) => `<h1>${w.devices} <small>${esc(n)}</small></h1>`,
  'a second line of the heading': (w, n) => `<h1>${w.devices}<br><span>${esc(n)}</span></h1>`,
  'in front, small': (w, n) => `<h1><small>${esc(n)}</small> ${w.devices}</h1>`,
  'in brackets': (w, n) => `<h2>${w.devices} <small>(${esc(n)})</small></h2>`,
  'a bar with buttons': (w, n) =>
    `<div style="display:flex;gap:12px;align-items:center"><b style="font-size:18px">${w.devices}</b><span>${esc(n)}</span><button>+</button></div>`,
  'an avatar between': (w, n) =>
    `<div style="display:flex;gap:8px"><h2 style="margin:0">${w.devices}</h2><span>${/[\p{L}\p{N}]/u.exec(n)?.[0]}</span><span>${esc(n)}</span></div>`,
  'in brackets behind the title': (w, n) => `<h1>${w.devices} (${esc(n)})</h1>`,
  'no small word at all': (w, n) => `<h1>${w.devices} ${esc(n)}</h1>`,
};

/** A Customers page with everybody on it. */
export const customersPage = (w: TitleWords, names: readonly string[]): string =>
  `<h1>${w.customers}</h1><table><thead><tr><th>${w.customer}</th><th>City</th></tr></thead><tbody>${names
    .map((name) => `<tr><td>${esc(name)}</td><td>Bonn</td></tr>`)
    .join('')}</tbody></table>`;

/** A Devices page around a title. `tail` stands below the list; `pbx`: whether it names the PBX of each row. */
export const devicesPage = (w: TitleWords, head: string, tail = '', pbx = true): string => {
  const cells = (tag: string, ...texts: string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  const rows = [0, 1, 2].map((i) =>
    cells('td', `9CF1A00${1000 + i}`, 'WP480', ...(pbx ? ['Main office'] : []), 'CAPEX'),
  );
  const header = cells('th', w.serial, w.model, ...(pbx ? [w.pbx] : []), w.type);
  return `${head}<p><button>${w.convert}</button></p><table><thead>${header}</thead><tbody>${rows.join('')}</tbody></table>${tail}`;
};
