/** What draws the pages, and what of it reading and a batch have to cope with. */
export const KINDS = {
  datatables: 'DataTables.net with Bootstrap: one table, a modal',
  uigrid: 'AngularJS ui-grid: virtual rows, selection in a container of its own, no check boxes',
  mui: 'React, MUI Data Grid: virtual rows and columns, div roles, a dialog in a portal',
  aggrid: 'AG Grid: virtual rows out of order, pinned columns, sized by script',
  revogrid: 'RevoGrid: virtual rows in a custom element, a frozen column, a scroll bar beside header and rows',
  lit: 'Lit: custom elements with open shadow roots and slotted cells',
  flex: 'divs in flex rows without any role; check boxes drawn by a class',
  cssgrid: 'divs in one CSS grid, without even a row',
  split: 'header and body in separate tables',
  'table-rows': 'one table per row; check boxes that are icons of a font',
  frozen: 'frozen columns in a container beside the others',
  pressed: 'rows without a box, pressed with Ctrl and tinted; a copy of the header over it',
  grouped: 'headers on two lines, some in groups',
  several: 'a list of PBXes, a list of orders and the devices on one page',
  svg: 'divs; check boxes that are pictures without a word, a dialog in the top layer',
  glyph: 'virtual rows in a box that calls itself a row, filled late; check boxes that are letters, a popover',
  bar: 'cells column by column, a scroll bar drawn beside them, a dialog in a shadow root',
  sticky: 'virtual div rows under a header that sticks',
  window: 'a table of which only rows near the window exist: the page scrolls it, header and all',
  'window-sticky': 'virtual div rows that the page scrolls, slowly, under a header that sticks to the window',
} as const;
export type Kind = keyof typeof KINDS;
export const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);
