import { App } from '../app.ts';
import { PlainSkin } from './skin.ts';

void new App(new PlainSkin()).start();
