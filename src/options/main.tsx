import { render } from 'preact';
import { nameDocument } from '../platform/document.ts';
import { t } from '../platform/i18n.ts';
import { Options } from './Options.tsx';

nameDocument(t('options_title'));

const app = document.getElementById('app');
if (app !== null) render(<Options />, app);
