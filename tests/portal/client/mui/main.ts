import { App } from '../app.ts';
import { ReactSkin } from '../react/skin.ts';
import { kit } from './kit.ts';

void new App(new ReactSkin(kit)).start();
