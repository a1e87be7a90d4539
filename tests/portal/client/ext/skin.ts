import { readSettings } from '../../shared/knobs.ts';
import { makeText } from '../text.ts';
import type { Block, Field, LoginView, PageView, Row, ShellView, Skin, Tab, Total } from '../view.ts';
import { checkoutPanel, closeDialogs, showCheckout, showMessage } from './dialogs.ts';
import { type Any, framework as Ext } from './ext.ts';
import { Grid } from './grid.ts';

/** Drawn by Ext JS: a viewport with a toolbar of tabs, and one panel per page. */
export class ExtSkin implements Skin {
  #text = makeText(readSettings(location.search));
  #viewport: Any = null;
  #center: Any = null;
  #tabs: { tab: Tab; button: Any }[] = [];
  #grids = new Map<string, Grid>();
  #totals = new Map<string, Any>();

  message = showMessage;
  checkout = showCheckout;
  closeDialogs = closeDialogs;

  shell(view: ShellView): void {
    this.#viewport?.destroy();
    const go = (tab: Tab) => () => {
      location.hash = `#!${tab.route}`;
    };
    this.#tabs = view.tabs.map((tab) => ({
      tab,
      button: Ext.create('Ext.button.Button', {
        text: Ext.htmlEncode(tab.label),
        scale: 'medium',
        cls: 'head-tab',
        ...(tab.tabs
          ? { menu: tab.tabs.map((t) => ({ text: Ext.htmlEncode(t.label), handler: go(t) })) }
          : { handler: go(tab) }),
      }),
    }));
    this.#center = Ext.create('Ext.container.Container', { region: 'center', layout: 'card' });
    this.#viewport = Ext.create('Ext.container.Viewport', {
      layout: 'border',
      items: [
        {
          region: 'north',
          xtype: 'toolbar',
          cls: 'head',
          height: 48,
          items: [
            { xtype: 'component', cls: 'head-name', html: Ext.htmlEncode(view.brand) },
            ...this.#tabs.map(({ button }) => button),
            '->',
            { xtype: 'tbtext', cls: 'head-user', text: Ext.htmlEncode(view.user) },
          ],
        },
        this.#center,
        { region: 'south', xtype: 'component', cls: 'foot', html: Ext.htmlEncode(view.footer) },
      ],
    });
  }

  mark(route: string): void {
    const first = route.split('/')[0] === 'pbx' ? 'customers' : route.split('/')[0];
    for (const { tab, button } of this.#tabs) {
      const here = tab.route === first || (tab.tabs?.some((t) => t.route === first) ?? false);
      if (here) button.addCls('head-tab-here');
      else button.removeCls('head-tab-here');
    }
  }

  page(view: PageView, keepOld: boolean): void {
    this.#grids.clear();
    this.#totals.clear();
    Ext.suspendLayouts();
    const kept = keepOld ? 1 : 0;
    for (const old of this.#center.items.items.slice(0, this.#center.items.length - kept))
      this.#center.remove(old, true);
    const page = this.#center.add({
      xtype: 'panel',
      title: Ext.htmlEncode(view.heading),
      layout: { type: 'vbox', align: 'stretch' },
      scrollable: 'y',
      bodyPadding: 10,
      tbar:
        view.trail.length > 0
          ? view.trail.map(({ label, route }) => ({
              text: `‹ ${Ext.htmlEncode(label)}`,
              handler: () => {
                location.hash = `#!${route}`;
              },
            }))
          : undefined,
      items: view.blocks.map((block) => this.#block(block)),
    });
    this.#center.getLayout().setActiveItem(page);
    Ext.resumeLayouts(true);
  }

  login(view: LoginView): void {
    this.#viewport?.destroy();
    const send = () => view.send(String(form.down('[name=user]').getValue() ?? ''));
    const form = Ext.create('Ext.form.Panel', {
      title: Ext.htmlEncode(view.title),
      width: 380,
      bodyPadding: 18,
      frame: true,
      defaults: { anchor: '100%', labelAlign: 'top' },
      items: [
        { xtype: 'component', html: Ext.htmlEncode(view.note), margin: '0 0 10 0' },
        { xtype: 'textfield', name: 'user', fieldLabel: view.user },
        { xtype: 'textfield', name: 'password', inputType: 'password', fieldLabel: view.password },
      ],
      buttons: [{ text: Ext.htmlEncode(view.submit), handler: send }],
    });
    this.#center = null;
    this.#viewport = Ext.create('Ext.container.Viewport', { layout: 'center', items: [form] });
  }

  busy(on: boolean): void {
    this.#center?.setLoading(on ? this.#text.t('loading') : false);
  }

  rows(grid: string, rows: Row[]): void {
    this.#grids.get(grid)?.setRows(rows);
  }

  removeRow(grid: string, id: string): void {
    this.#grids.get(grid)?.removeRow(id);
  }

  selection(grid: string): string[] {
    return this.#grids.get(grid)?.selection ?? [];
  }

  select(grid: string, id: string): void {
    this.#grids.get(grid)?.select(id);
  }

  totals(name: string, items: Total[]): void {
    const panel = this.#totals.get(name);
    if (!panel) return;
    Ext.suspendLayouts();
    panel.removeAll(true);
    panel.add(items.map(totalField));
    Ext.resumeLayouts(true);
  }

  #block(block: Block): Any {
    switch (block.kind) {
      case 'buttons':
        return {
          xtype: 'toolbar',
          margin: '0 0 8 0',
          items: block.buttons.map(({ label, press }) => ({
            xtype: 'button',
            text: Ext.htmlEncode(label),
            handler: press,
          })),
        };
      case 'fields':
        return { xtype: 'container', layout: 'hbox', margin: '0 0 8 0', items: block.fields.map(choiceField) };
      case 'totals': {
        const panel = Ext.create('Ext.panel.Panel', {
          border: true,
          bodyPadding: 8,
          margin: '0 0 8 0',
          items: block.items.map(totalField),
        });
        this.#totals.set(block.name, panel);
        return panel;
      }
      case 'checkout': {
        const { panel, buttons } = checkoutPanel(block.form, block.send, (how) => how === 'back' && block.back());
        return Ext.create('Ext.panel.Panel', { width: 560, layout: 'fit', items: [panel], buttons });
      }
      case 'note':
        return { xtype: 'component', html: Ext.htmlEncode(block.text), padding: 14 };
      case 'grid': {
        const grid = new Grid(block);
        this.#grids.set(block.name, grid);
        return grid.panel;
      }
    }
  }
}

function choiceField(field: Field): Any {
  const [only] = field.choices;
  const common = { fieldLabel: Ext.htmlEncode(field.label), margin: '0 24 0 0', labelWidth: 90 };
  if (field.choices.length === 1 && only)
    return { ...common, xtype: 'displayfield', value: Ext.htmlEncode(only.label) };
  return {
    ...common,
    xtype: 'combobox',
    width: 330,
    editable: false,
    queryMode: 'local',
    displayField: 'label',
    valueField: 'value',
    store: { fields: ['value', 'label'], data: field.choices },
    value: field.value,
    listeners: { select: (combo: Any) => field.change(String(combo.getValue())) },
  };
}

function totalField({ label, value, strong }: Total): Any {
  return {
    xtype: 'displayfield',
    fieldLabel: Ext.htmlEncode(label),
    labelWidth: 200,
    margin: 0,
    value: Ext.htmlEncode(value),
    ...(strong ? { fieldCls: 'grand x-form-display-field' } : {}),
  };
}
