const table = (head: string, ...rows: string[]): string =>
  `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`;
const cells = (tag: string, line: string): string =>
  line
    .split('|')
    .map((text) => `<${tag}>${text}</${tag}>`)
    .join('');
const pairs = (...lines: string[]): string =>
  `<dl>${lines
    .map((line) => {
      const [name = '', value = ''] = line.split('|');
      return `<div style="display:flex;gap:12px"><dt>${name}</dt><dd style="margin:0">${value}</dd></div>`;
    })
    .join('')}</dl>`;
const MENU =
  '<nav><ul><li><a href="#">Customers</a></li><li><a href="#">Cart</a></li><li><a href="#">Orders</a></li><li><a href="#">Account Balance</a></li></ul></nav>';

/** Pages that are none of WMP's that the Companion knows, however much they have in common with them. */
export const OTHER_PAGES: Readonly<Record<string, string>> = {
  'a shop': `${MENU}<h1>Telephones</h1>${['WP480', 'Vision'].map((name) => `<div><h3>${name}</h3><p>EUR 129.00</p><p>In stock</p><button>Add to cart</button></div>`).join('')}`,
  'a support form': `${MENU}<h1>Contact support</h1><form><label>Subject <input></label><label>Serial number <input></label><label>Order number <input></label><label>Message <textarea></textarea></label><button>Send</button></form>`,
  'a dashboard with charts': `${MENU}<h1>Dashboard</h1>${pairs('Customers|12', 'Devices|340', 'Orders|8', 'Invoices|3')}<svg width="300" height="120"><rect width="20" height="80"></rect></svg>`,
  'an overview of returns': `${MENU}<h1>RMA Overview</h1>${table('RMA number|Date|Model|Serial number|Status', 'RMA-1001|2026-11-02|WP480|9CF1A001000|Received', 'RMA-1002|2026-11-04|Vision|9CF1A001001|Repaired')}`,
  'one return': `${MENU}<h1>RMA 1001</h1>${pairs('Number|RMA-1001', 'Date|2026-11-02', 'Status|Received', 'Shipment date|2026-11-20', 'Customer|Acme GmbH')}`,
  'a price list': `${MENU}<h1>Price list</h1>${table('SKU|Product|1 month|1 year|5 years', 'TEL-1|WP480|5.00|50.00|220.00', 'TEL-2|Vision|9.00|90.00|400.00')}`,
  'a user’s profile with a change of password': `${MENU}<h1>My profile</h1><form><label>Name <input value="Kim"></label><label>Current password <input type="password"></label><label>New password <input type="password"></label><label>Repeat <input type="password"></label><button>Save</button></form>`,
  'a new user': `${MENU}<h1>New user</h1><form><label>E-mail <input></label><label>Password <input type="password"></label><button>Create</button></form>`,
  'a ticket': `${MENU}<h1>Ticket 4711</h1>${pairs('Number|4711', 'Date|2026-11-02', 'Status|Open', 'Reference|ABC', 'Customer|Acme GmbH')}`,
  'a list of tickets': `${MENU}<h1>Tickets</h1>${table('Number|Date|Customer|Status', '4711|2026-11-02|Acme GmbH|Open', '4712|2026-11-03|Beta AG|Closed')}`,
  'users of a PBX': `${MENU}<h1>Users</h1>${table('Name|Extension|E-mail|Department', 'Kim|101|kim@example.org|Sales', 'Lee|102|lee@example.org|Support')}`,
  'an address book': `${MENU}<h1>Contacts</h1>${table('Name|Phone|City|Country', 'Kim|+49 30 1|Berlin|DE', 'Lee|+49 30 2|Bonn|DE')}`,
  'a calendar of events': `${MENU}<h1>Training</h1>${table('Date|Title|Duration|Price', '2026-12-01|WMS basics|2 days|EUR 300.00', '2026-12-08|WMS expert|3 days|EUR 450.00')}`,
  'news about orders': `${MENU}<h1>News</h1><h2>Orders in December</h2><p>Orders placed after 20 December ship in January. Devices of all models are in stock.</p>`,
  'users and their PBX': `${MENU}<h1>Users</h1>${table('Name|E-mail|Role|PBX|Last login', 'Kim|kim@example.org|Admin|Main|2026-11-02', 'Lee|lee@example.org|User|Main|2026-11-03')}`,
  'licences of a PBX': `${MENU}<h1>Licences – Acme GmbH</h1>${table('Licence|PBX|Quantity|Subscription length|Expiration', 'UC-Premium|Main|12|1 year|2027-05-01', 'UC-Essential|Branch|40|5 years|2027-06-01')}`,
  'services of a PBX': `${MENU}<h1>Services – Acme GmbH</h1>${table('Service|PBX|Subscription length|Expiration', 'Fax|Main|1 year|2027-05-01', 'Recording|Main|1 year|2027-05-01', 'Archive|Main|1 year|2027-05-01')}`,
  'a dashboard with the newest orders': `${MENU}<h1>Dashboard</h1><h2>Orders</h2>${table('Order no.|Date|Status|Shipment date', 'SO-1201|2026-11-02|Shipped|2026-11-04', 'SO-1202|2026-11-03|In progress|2026-11-09')}<h2>Expiring soon</h2>${table('Name|Expiration', 'Acme GmbH|2026-12-01')}`,
  licences: `${MENU}<h1>Licences</h1>${table('Licence|Quantity|Type|Expiration', 'UC-Premium|12|Subscription|2027-05-01', 'UC-Essential|40|Subscription|2027-05-01')}`,
  downloads: `${MENU}<h1>Firmware</h1>${table('Model|Version|Date|Size', 'WP480|63.5.1|2026-10-01|12 MB', 'Vision|2.1|2026-09-12|80 MB')}`,
  'terms and conditions': `${MENU}<h1>Terms and conditions</h1><p>Orders, devices and invoices are subject to these terms.</p><label><input type="checkbox"> I accept the terms and conditions</label><button>Confirm</button>`,
  'a payment form': `${MENU}<h1>Pay</h1><form><label>Card number <input></label><label>Amount <input value="100.00"></label><button>Pay now</button></form>`,
  'nothing but a menu': MENU,
  'an error': `<h1>404</h1><p>This page could not be found.</p>`,
};

export const detailsOf = (heading: string, lines: readonly string[], list = ''): string =>
  `${MENU}<h1>${heading}</h1>${pairs(...lines)}${list}`;
export const listOf = table;
