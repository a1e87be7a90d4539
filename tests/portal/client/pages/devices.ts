import type { Contract, DeviceRow, DevicesInfo } from '../../shared/types.ts';
import type { App } from '../app.ts';
import type { Page } from '../routes.ts';
import type { Block, Button, GridBlock, Row } from '../view.ts';

const POLL_MS = 1000;
const VANISH_MS = 1000;
/** So many serials are listed in the confirmation. */
const LISTED = 5;

/** Devices of a customer, or of one PBX. */
export function devicesPage(path: string): Page {
  return async (app, signal) => {
    const { t } = app.text;
    let info = await app.get<DevicesInfo>(path);
    const grids = info.duplicate ? ['devices', 'devices-again'] : ['devices'];
    const rows = () => info.devices.filter((d) => !app.vanished.has(d.serial)).map(toRow);
    const chosen = () => {
      const ids = new Set(grids.flatMap((grid) => app.skin.selection(grid)));
      return info.devices.filter((d) => ids.has(d.serial));
    };
    const vanish = () => {
      const going = info.devices[info.vanish - 1];
      if (!going || app.vanished.has(going.serial) || signal.aborted) return;
      app.vanished.add(going.serial);
      for (const grid of grids) app.skin.removeRow(grid, going.serial);
    };
    let watching = false;
    /** Asks whether devices have changed, as long as some are about to. */
    const watch = async () => {
      if (watching) return;
      watching = true;
      let more = true;
      while (more) {
        await new Promise((done) => setTimeout(done, POLL_MS));
        if (signal.aborted) return;
        const { version, pending } = await app.get<{ version: number; pending: number }>('/api/changes');
        if (signal.aborted) return;
        if (version !== info.version) {
          info = await app.get<DevicesInfo>(path);
          if (signal.aborted) return;
          for (const grid of grids) app.skin.rows(grid, rows());
        }
        more = pending > 0;
      }
      watching = false;
    };
    if (info.pending > 0) app.act(watch);
    if (info.vanish > 0) setTimeout(vanish, VANISH_MS);

    const grid = (name: string): GridBlock => ({
      kind: 'grid',
      name,
      fill: true,
      selectable: true,
      empty: t('none'),
      columns: columns(app),
      rows: rows(),
      ...(app.settings.page > 0 ? { pageSize: app.settings.page } : {}),
      selected: (count) => {
        if (count > 0 && info.vanish > 0) vanish();
      },
    });
    const order = `customers/${info.customer.id}/order`;
    const buttons: Button[] = [
      { label: t('btn.order'), press: () => app.go(order) },
      { label: t('btn.convert'), main: true, press: () => app.act(() => convert(app, info, chosen, watch)) },
      { label: t('btn.replace'), press: () => app.act(() => replace(app, info, chosen())) },
    ];
    if (info.pbx)
      buttons.push({ label: t('btn.cancelHwaas'), press: () => app.act(() => cancel(app, info, chosen())) });
    const blocks: Block[] = [{ kind: 'buttons', buttons }, ...grids.map(grid)];
    const pbxes = {
      label: `${info.customer.name} – ${t('pbxes.title')}`,
      route: `customers/${info.customer.id}/pbxes`,
    };
    return {
      heading: `${info.customer.name}${info.pbx ? ` – ${info.pbx.name}` : ''} – ${t('devices.title')}`,
      trail: [{ label: t('tab.customers'), route: 'customers' }, pbxes],
      blocks,
    };
  };
}

function columns(app: App) {
  const { t, date } = app.text;
  return app.columns([
    { key: 'model', header: t('col.model'), type: 'text', width: 150 },
    { key: 'serial', header: t('col.serial'), type: 'text', width: 140 },
    { key: 'mac', header: t('col.mac'), type: 'text', width: 150 },
    { key: 'pbx', header: t('col.pbx'), type: 'text', width: 190 },
    { key: 'type', header: t('col.type'), type: 'text', width: 90, format: (v) => t(`type.${v as Contract}`) },
    { key: 'purchased', header: t('col.purchased'), type: 'text', width: 120, format: (v) => date(v as string) },
    {
      key: 'expiration',
      header: t('col.expiration'),
      type: 'text',
      width: 120,
      format: (v) => date(v as string | null),
    },
  ]);
}

function toRow(d: DeviceRow): Row {
  return {
    id: d.serial,
    cells: {
      model: d.model,
      serial: d.serial,
      mac: d.mac ?? '',
      pbx: d.pbx,
      type: d.type,
      purchased: d.purchased,
      expiration: d.expiration,
    },
  };
}

async function convert(
  app: App,
  info: DevicesInfo,
  chosen: () => DeviceRow[],
  watch: () => Promise<void>,
): Promise<void> {
  const { t, many } = app.text;
  const press = await app.press('convert');
  if (!press) return;
  if (press.noise) selectAnother(app, info, chosen());
  const devices = chosen();
  if (devices.length === 0) return app.inform(t('convert.title'), t('select.first'));
  const serials = devices.map((d) => d.serial);
  const asked = { serials, customer: info.customer.id, pbx: info.pbx?.id ?? null };
  await app.post('/api/convert', asked);
  if (press.neverOpens) return;
  const lines = [many('convert.ask', devices.length)];
  if (serials.length <= LISTED) lines.push(t('convert.list', serials.join(', ')));
  lines.push(t('convert.terms'));
  const answer = await app.skin.message({
    title: t('convert.title'),
    lines,
    tone: 'question',
    buttons: [
      { key: 'agree', label: t('agree') },
      { key: 'cancel', label: t('cancel') },
    ],
    before: async (key) => key !== 'agree' || (await app.press('agree')) !== null,
  });
  if (answer !== 'agree') return;
  app.skin.busy(true);
  await app.post('/api/convert/agree', asked);
  app.skin.busy(false);
  app.act(watch);
}

/** Selects a row that nobody has clicked, as a slip of the grid would. */
function selectAnother(app: App, info: DevicesInfo, chosen: DeviceRow[]): void {
  const other = info.devices.find((d) => d.type === 'capex' && !chosen.includes(d) && !app.vanished.has(d.serial));
  if (other) app.skin.select('devices', other.serial);
}

async function replace(app: App, info: DevicesInfo, devices: DeviceRow[]): Promise<void> {
  const { t } = app.text;
  const [first] = devices;
  if (!first) return app.inform(t('btn.replace'), t('select.first'));
  const alike = devices.every((d) => d.type === 'hwaas' && d.model === first.model && d.pbxId === first.pbxId);
  if (!alike || devices.length > 5) return app.inform(t('btn.replace'), t('replace.limit'));
  const serials = devices.map((d) => d.serial);
  const answer = await app.skin.message({
    title: t('btn.replace'),
    lines: [t('replace.text', serials.join(', '))],
    tone: 'question',
    buttons: [
      { key: 'confirm', label: t('confirm') },
      { key: 'cancel', label: t('cancel') },
    ],
  });
  if (answer !== 'confirm') return;
  await app.post('/api/replace', { serials, customer: info.customer.id });
  await app.inform(t('btn.replace'), t('request.sent'));
}

async function cancel(app: App, info: DevicesInfo, devices: DeviceRow[]): Promise<void> {
  const { t, many } = app.text;
  if (devices.length === 0) return app.inform(t('btn.cancelHwaas'), t('select.first'));
  if (devices.some((d) => d.type !== 'hwaas')) return app.inform(t('btn.cancelHwaas'), t('cancelHwaas.only'));
  const answer = await app.skin.message({
    title: t('btn.cancelHwaas'),
    lines: [many('cancelHwaas.text', devices.length)],
    tone: 'question',
    buttons: [
      { key: 'confirm', label: t('confirm') },
      { key: 'back', label: t('back') },
    ],
  });
  if (answer !== 'confirm') return;
  await app.post('/api/cancel', {
    serials: devices.map((d) => d.serial),
    customer: info.customer.id,
    pbx: info.pbx?.id ?? null,
  });
  await app.inform(t('btn.cancelHwaas'), t('request.sent'));
}
