interface Trap {
  readonly head: string;
  readonly customer: string | null;
  readonly pbx?: string | null;
  /** Stands below the list. */
  readonly tail?: string;
  /** The list does not name the PBX of its devices. */
  readonly onePbx?: boolean;
  readonly title?: string;
}

const crumbs = (...parts: string[]) => `<nav><ol>${parts.map((part) => `<li>${part}</li>`).join('')}</ol></nav>`;

/** Devices pages with names on them that are not the customer's, or that may not be. `null`: nobody can say whose it is. */
export const TRAPS: Readonly<Record<string, Trap>> = {
  'no name at all': { head: '<h1>Devices</h1>', customer: null },
  'another company in document.title': { head: '<h1>Devices</h1>', title: 'TeleShop GmbH – Devices', customer: null },
  'the partner in the banner': { head: '<header><h1>TeleShop GmbH</h1></header><h2>Devices</h2>', customer: null },
  'the partner in a heading beside a menu': {
    head: '<div style="display:flex;gap:20px"><h1>TeleShop GmbH</h1><a href="#">Sign out</a></div><h2>Devices</h2>',
    customer: null,
  },
  'the partner in a heading far above': {
    head: '<h1>TeleShop GmbH</h1><p style="height:120px">News</p><h2>Devices</h2>',
    customer: null,
  },
  'a user menu with a company': {
    head: '<header><span>Company: TeleShop GmbH</span></header><h1>Devices of Acme GmbH</h1>',
    customer: 'Acme GmbH',
  },
  'a user menu with a company, and no other name': {
    head: '<header><span>Company: TeleShop GmbH</span></header><h1>Devices</h1>',
    customer: null,
  },
  'a banner with label and value': {
    head: '<header style="display:flex;gap:8px"><span>Customer</span><span>TeleShop GmbH</span></header><h1>Devices</h1>',
    customer: null,
  },
  'two titles that disagree': { head: '<h1>Devices of Acme GmbH</h1><h2>Devices of Beta AG</h2>', customer: null },
  'title and combo box that disagree': {
    head: '<h1>Devices of Acme GmbH</h1><label>Customer <select><option selected>Beta AG</option></select></label>',
    customer: null,
  },
  'a filter that chooses nobody': {
    head: '<h1>Devices</h1><label>Customer <select><option selected>All customers</option></select></label>',
    customer: null,
  },
  'a name that is being typed': {
    head: '<h1>Devices</h1><label>Customer <input type="text" value="Acm"></label>',
    customer: null,
  },
  'a label whose name is in bold, above buttons': {
    head: '<h1>Devices</h1><div>Customer: <b>Acme GmbH</b></div>',
    customer: 'Acme GmbH',
  },
  'two labels in one box': {
    head: '<h1>Devices</h1><div>Customer: <b>Acme GmbH</b>, PBX: <b>North</b></div>',
    tail: '<button>Cancel HWaaS</button>',
    onePbx: true,
    customer: 'Acme GmbH',
    pbx: 'North',
  },
  'two labels in one box, the first without a name': {
    head: '<h1>Devices</h1><div>Customer: , PBX: <b>North</b></div>',
    tail: '<button>Cancel HWaaS</button>',
    onePbx: true,
    customer: null,
    pbx: null,
  },
  'the PBX in the title, its customer below': {
    head: '<h1>Devices of North</h1><p>Customer: Acme GmbH</p>',
    tail: '<button>Cancel HWaaS</button>',
    onePbx: true,
    customer: 'Acme GmbH',
    pbx: 'North',
  },
  'the customer in the title and below': {
    head: '<h1>Devices of Acme GmbH</h1><p>Customer: Acme GmbH</p>',
    tail: '<button>Cancel HWaaS</button>',
    onePbx: true,
    customer: 'Acme GmbH',
    pbx: null,
  },
  'a label without a name, above buttons': { head: '<h1>Devices</h1><div>Customer:</div>', customer: null },
  'a customer number in place of a name': { head: '<h1>Devices</h1><p>Customer: 12345</p>', customer: null },
  'a customer number below the name': {
    head: '<h1>Acme GmbH</h1><h2>Devices</h2><p>Customer no. 12345</p>',
    customer: 'Acme GmbH',
  },
  'the root of a breadcrumb': { head: crumbs('TeleShop GmbH', 'Devices'), customer: null },
  'a reseller in the breadcrumb': { head: crumbs('Customers', 'Big Reseller', 'Acme GmbH', 'Devices'), customer: null },
  'a breadcrumb with the PBX': {
    head: crumbs('Customers', 'Acme GmbH', 'Main office', 'Devices'),
    customer: 'Acme GmbH',
    pbx: 'Main office',
  },
  'a breadcrumb with an opened list': {
    head: crumbs('Customers', 'Acme GmbH<ul><li>Beta AG</li><li>Gamma SE</li></ul>', 'Devices'),
    customer: 'Acme GmbH',
  },
  'a breadcrumb with one other in an opened list': {
    head: crumbs('Customers', 'Acme GmbH<ul><li>Beta AG</li></ul>', 'Devices'),
    customer: 'Acme GmbH',
    pbx: null,
  },
  'a breadcrumb that disagrees with the title': {
    head: `${crumbs('Customers', 'Beta AG', 'Devices')}<h1>Acme GmbH – Devices</h1>`,
    customer: null,
  },
  'tabs with a company among them': {
    head: '<div role="tablist"><div role="tab">Acme GmbH</div><div role="tab">Devices</div></div>',
    customer: null,
  },
  'a sentence of help': {
    head: '<h1>Devices</h1><p>Devices of customers with a subscription can be converted.</p>',
    customer: null,
  },
  'a place, not an owner': { head: '<h1>Devices on Ground floor</h1>', customer: null },
  'the PBX alone': { head: '<h1>Devices – Main office</h1>', customer: null },
  'customer and PBX': { head: '<h1>Acme GmbH – Main office – Devices</h1>', customer: 'Acme GmbH', pbx: 'Main office' },
  'a dashed customer and PBX': {
    head: '<h1>Weiß – Söhne – Main office – Devices</h1>',
    customer: 'Weiß – Söhne',
    pbx: 'Main office',
  },
  'PBX and customer with labels': {
    head: '<h1>Devices</h1><p>PBX: Main office</p><p>Customer: Acme GmbH</p>',
    customer: 'Acme GmbH',
    pbx: 'Main office',
  },
  'a footer with the partner': {
    head: '<h1>Devices of Acme GmbH</h1>',
    tail: '<footer>Company: TeleShop GmbH</footer>',
    customer: 'Acme GmbH',
  },
  'a hidden page of somebody else': {
    head: '<div hidden><h1>Devices of Beta AG</h1></div><h1>Devices of Acme GmbH</h1>',
    customer: 'Acme GmbH',
  },
  'a name with marks that nobody sees': {
    head: '<h1>Devices of \u200eAc\u00adme\u00a0GmbH</h1>',
    customer: 'Acme GmbH',
  },
  'markup in a name': { head: '<h1>Devices of &lt;b&gt;Acme&lt;/b&gt;</h1>', customer: '<b>Acme</b>' },
};

/** Known customers beside a title whose page it is not, or may not be. */
export const BESIDE_TRAPS: Readonly<Record<string, string>> = {
  'somebody who is not known': '<h1>Devices</h1><p>Gamma SE</p>',
  'two customers below': '<h1>Devices</h1><p><span>Acme GmbH</span> <span>Beta AG</span></p>',
  'two customers, each in a place of its own': '<h1>Devices <small>Acme GmbH</small></h1><p>Beta AG</p>',
  'a label in front': '<h1>Devices</h1><p>Reseller: <b>Beta AG</b></p>',
  'a label above': '<h1>Devices</h1><div>Reseller</div><div>Beta AG</div>',
  'a label within the heading': '<h1>Devices <small>Reseller</small> <b>Beta AG</b></h1>',
  'the name of one far away':
    '<div style="display:flex;justify-content:space-between"><h1>Devices</h1><span>TeleShop GmbH</span></div>',
  'the user’s own company beside “Sign out”':
    '<div style="display:flex;gap:8px"><b style="font-size:18px">Devices</b><span>TeleShop GmbH</span><span>Sign out</span></div>',
  'the portal’s banner': '<header><b style="font-size:18px">Devices</b> <span>TeleShop GmbH</span></header>',
  'a name above the title': '<div>TeleShop GmbH</div><h1>Devices</h1>',
  'a way to somebody else': '<h1>Devices</h1><a href="#">Beta AG</a>',
  'a button with a name': '<h1>Devices</h1><button>Beta AG</button>',
  'tabs of customers':
    '<h1>Devices</h1><div role="tablist"><div role="tab">Acme GmbH</div><div role="tab">Beta AG</div></div>',
  'a sentence with a name': '<h1>Devices</h1><p>Beta AG has new devices.</p>',
  'the PBX of the rows': '<h1>Devices</h1><p>Main office</p>',
  'two titles': '<h1>Devices of Acme GmbH</h1><h2>Devices of Beta AG</h2><p>Beta AG</p>',
  'somebody whose name is longer': '<h1>Devices</h1><p>Nordhafen</p>',
  'a longer name, in the heading': '<h1>Devices <small>Nordhafen</small></h1>',
  'a longer name, without a small word': '<h1>Devices Nord – Hafen</h1>',
  'a longer name, partly bold': '<h1>Devices</h1><p>Nord <b>Hafen</b></p>',
  'a longer name, in two pieces of the heading': '<h1>Devices <small>Nord</small> <small>Hafen</small></h1>',
  'a longer name, on two lines': '<h1>Devices</h1><p>Nord<br>Hafen GmbH</p>',
  'a longer name, on two lines in pieces': '<h1>Devices</h1><div><span>Nord</span><br><span>Hafen</span></div>',
  'a longer name that begins with a letter': '<h1>Devices</h1><p>X <b>Beta AG</b></p>',
  'a longer name that begins with a small word': '<h1>Apparaten Van Beta AG</h1>',
  'a small word that may be the name’s, in the heading': '<h1>Apparaten <small>Van Beta AG</small></h1>',
  'two small words that may be the name’s': '<h1>Dispositivos de la Beta AG</h1>',
  'brackets that may be the name’s': '<h1>Devices (old) Beta AG</h1>',
  'letters that look alike': '<h1>Devices</h1><p>B\u0435ta AG</p>',
  'a list of customers': '<h1>Devices</h1><ul><li>Beta AG</li><li>Gamma SE</li></ul>',
  'customers below each other': '<h1>Devices</h1><div>Beta AG</div><div>Acme GmbH</div>',
};
