import { App } from '../app.ts';
import { framework as Ext } from './ext.ts';
import { ExtSkin } from './skin.ts';

Ext.onReady(() => {
  Ext.QuickTips.init();
  void new App(new ExtSkin()).start();
});
