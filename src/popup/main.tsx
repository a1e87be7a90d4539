import { render } from 'preact';
import { markPlace, nameDocument } from '../platform/document.ts';
import { t } from '../platform/i18n.ts';
import { Popup } from './Popup.tsx';
import { PageCheck } from './page-check/PageCheck.tsx';

const query = new URLSearchParams(location.search);
const tab = /^\d+$/.test(query.get('tab') ?? '') ? Number(query.get('tab')) : undefined;
const isPageCheck = query.get('view') === 'page-check';

nameDocument(isPageCheck ? t('check_title') : t('extension_name'));
await markPlace();

const app = document.getElementById('app');
if (app !== null)
  render(
    isPageCheck ? <PageCheck tabId={tab} withRecords={query.get('records') === '1'} /> : <Popup tabId={tab} />,
    app,
  );
