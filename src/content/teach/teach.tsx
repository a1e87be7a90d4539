import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import {
  type TaughtActionConcept,
  type TaughtColumnConcept,
  TEACHABLE_PAGES,
  type TeachablePage,
} from '../../core/page-profile.ts';
import { pageName, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { readPage } from '../portal/page.ts';
import { keptProfile, routeHere } from '../portal/profiles.ts';
import { askProfiles } from '../taught-pages.ts';
import { createSurface } from '../ui/render.ts';
import { panelSheet } from '../ui/teach/sheets.ts';
import { type PanelProps, type Steps, TeachPanel } from '../ui/teach/TeachPanel.tsx';
import { actionRefused, columnOf, type Draft, draftOf, emptyDraft, profileOf, type TitlePart } from './draft.ts';
import { headerOf, listCandidates } from './lists.ts';
import { point } from './pointing.ts';
import { readDraft } from './reading.ts';
import { buttons, type Choice, columns, lists, type Target, titles } from './targets.ts';

let open: AbortController | undefined;

/** Opens the panel in which the partner teaches the page that is on show. A second call begins anew. */
export function teachPage(life: AbortSignal): void {
  open?.abort();
  const session = new AbortController();
  open = session;
  const signal = AbortSignal.any([life, session.signal]);
  const route = routeHere();
  const now = readPage();
  const kept = now.taught === undefined ? undefined : keptProfile(now.taught.id);
  const id = kept?.id ?? crypto.randomUUID();

  let draft: Draft = kept === undefined ? emptyDraft(pageOf(now.kind)) : draftOf(kept.profile);
  let list: Element | undefined;
  let reading = readDraft(draft);
  let pointing: PanelProps['pointing'];
  let said: Reason | undefined;
  let state: 'open' | 'saving' | 'saved' = 'open';

  const surface = createSurface('teach', signal, (host) => void document.documentElement.append(host), [panelSheet()]);
  function show(): void {
    surface.show(
      <TeachPanel
        draft={draft}
        reading={reading}
        listChosen={list?.isConnected === true}
        pointing={pointing}
        said={said}
        state={state}
        steps={steps}
      />,
    );
  }

  function change(next: Partial<Draft>): void {
    draft = { ...draft, ...next };
    said = undefined;
    reading = readDraft(draft);
    show();
  }

  function say(reason: Reason | undefined): void {
    said = reason;
    show();
  }

  /** WMP went to another page: what was pointed at is gone. */
  function leave(): void {
    if (routeHere() === route) return;
    session.abort();
  }

  function pointAt<T>(from: string, what: string, choice: Choice<T>, chosen: (target: Target<T>) => void): void {
    pointing = { what, over: '', from };
    said = undefined;
    show();
    point(choice, surface.host, signal, {
      over: (target) => {
        pointing = { what, over: target?.words ?? '', from };
        show();
      },
      missed: () => say(notice('teach-nothing-there')),
      cancelled: () => {
        pointing = undefined;
        say(undefined);
      },
      chosen: (target) => {
        pointing = undefined;
        said = undefined;
        chosen(target);
      },
    });
  }

  const steps: Steps = {
    page: (page: TeachablePage) => change({ ...emptyDraft(page), titles: draft.titles, name: draft.name }),
    pointTitle: () =>
      pointAt<readonly string[]>('title', t('teach_point_title'), titles(list), ({ value }) =>
        change({
          titles: value.map(
            (whole): TitlePart => ({
              whole,
              label: whole,
              means: value.length === 1 ? 'page' : undefined,
            }),
          ),
        }),
      ),
    title: (index, part) => change({ titles: draft.titles.map((old, i) => (i === index ? part : old)) }),
    dropTitle: () => change({ titles: [] }),
    pointList() {
      const found = listCandidates();
      if (found.length === 0) return say(notice('teach-no-list'));
      pointAt('list', t('teach_point_list'), lists(found), ({ value }) => {
        list = headerOf(value) === undefined ? undefined : value;
        say(list === undefined ? notice('teach-no-header') : undefined);
      });
    },
    pointColumn(concept: TaughtColumnConcept) {
      const where = list?.isConnected === true ? list : reading.grid?.element;
      const line = where === undefined ? undefined : headerOf(where);
      if (where === undefined || line === undefined) return say(notice('teach-no-list'));
      pointAt(concept, t('teach_point_column', t(`teach_column_${concept}`)), columns(where, line), ({ value }) => {
        const column = columnOf(draft, concept, { ...value, of: line.cells.length });
        if ('code' in column) say(column);
        else change({ columns: [...draft.columns.filter((old) => old.concept !== concept), column] });
      });
    },
    dropColumn: (concept) => change({ columns: draft.columns.filter((old) => old.concept !== concept) }),
    pointAction(concept) {
      pointAt(concept, t('teach_point_button', t(`teach_action_${concept}`)), buttons(), ({ value }) =>
        setAction(concept, value, true),
      );
    },
    nameAction: (concept, label) => setAction(concept, label, false),
    value: (label, means) =>
      change({
        values: [
          ...draft.values.filter((old) => old.label !== label),
          ...(means === undefined ? [] : [{ label, means }]),
        ],
      }),
    name: (name) => change({ name }),
    save: () => void save(),
    close: () => session.abort(),
  };

  putAside(surface.host, signal);
  addEventListener('hashchange', leave, { signal });
  addEventListener('popstate', leave, { signal });
  show();

  function setAction(concept: TaughtActionConcept, label: string, pointed: boolean): void {
    const others = draft.actions.filter((old) => old.concept !== concept);
    const refused = actionRefused(draft, concept, label.trim());
    if (label.trim() === '') change({ actions: others });
    else if (refused !== undefined) say(refused);
    else change({ actions: [...others, { concept, label, pointed }] });
  }

  async function save(): Promise<void> {
    if (routeHere() !== route) return say(notice('teach-page-left'));
    // WMP may have drawn something else since it was last looked at.
    reading = readDraft(draft);
    if (reading.problem !== undefined) return show();
    state = 'saving';
    show();
    try {
      await askProfiles('profiles.save', { id, profile: profileOf(draft, route, pageName(draft.page)) });
      state = 'saved';
      say(undefined);
    } catch (error) {
      state = 'open';
      say(failureOf(error));
    }
  }
}

/** What else of ours floats over the page would lie under the panel. */
function putAside(panel: HTMLElement, signal: AbortSignal): void {
  for (const host of document.querySelectorAll<HTMLElement>(':scope > wmp-companion[data-corner]')) {
    if (host === panel) continue;
    host.style.visibility = 'hidden';
    signal.addEventListener('abort', () => host.style.removeProperty('visibility'));
  }
}

const pageOf = (kind: string): TeachablePage => TEACHABLE_PAGES.find((page) => page === kind) ?? 'devices';
