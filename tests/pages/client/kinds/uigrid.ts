import 'angular-ui-grid/ui-grid.css';
import './uigrid.css';
import angular from 'angular';
import 'angular-ui-grid/ui-grid.js';
import type { List } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';

interface Row {
  readonly id: string;
}
interface Api {
  core: { notifyDataChange(what: string): void };
  selection?: {
    on: Record<'rowSelectionChanged' | 'rowSelectionChangedBatch', (scope: unknown, run: () => void) => void>;
    getSelectedRows(): Row[];
    clearSelectedRows(): void;
  };
}

/** AngularJS ui-grid: only some rows exist, and the marks stand in a container of their own beside them. */
start('uigrid', { list });

let lists = 0;

function list(place: HTMLElement, { columns, ids, selected }: List): Drawn {
  let api: Api | undefined;
  let scope: { $applyAsync(): void } | undefined;
  lists += 1;
  const name = `list${lists}`;
  const needs = ['ui.grid', ...(selected ? ['ui.grid.selection'] : [])];
  angular.module(name, needs).controller(name, [
    '$scope',
    ($scope: Record<string, unknown> & { $applyAsync(): void }) => {
      scope = $scope;
      $scope['grid'] = {
        data: ids.map((id) => ({ id })),
        enableSorting: false,
        enableColumnMenus: false,
        enableRowSelection: true,
        enableSelectAll: true,
        multiSelect: true,
        columnDefs: columns.map(({ key, label, width, press }) => ({
          name: key,
          displayName: label === '' ? ' ' : label,
          width,
          cellTemplate: cell(`{{grid.appScope.text('${key}', row.entity)}}`, press !== undefined),
        })),
        onRegisterApi: (given: Api) => {
          api = given;
          const change = () => {
            selected?.clear();
            for (const { id } of given.selection?.getSelectedRows() ?? []) selected?.add(id);
          };
          given.selection?.on.rowSelectionChanged($scope, change);
          given.selection?.on.rowSelectionChangedBatch($scope, change);
        },
      };
      $scope['text'] = (key: string, { id }: Row) => columns.find((column) => column.key === key)?.text(id);
    },
  ]);
  const grid = h(`div.grid[ui-grid=grid]${selected ? '[ui-grid-selection]' : ''}`);
  if (ids.length < 10) grid.style.height = `${60 + ids.length * 30}px`;
  place.append(h(`div[ng-controller=${name}]`, grid));
  angular.bootstrap(place, [name]);
  return {
    redraw() {
      api?.selection?.clearSelectedRows();
      api?.core.notifyDataChange('all');
      scope?.$applyAsync();
    },
  };
}

const cell = (text: string, pressed: boolean) =>
  `<div class="ui-grid-cell-contents">${pressed ? `<button type="button">${text}</button>` : text}</div>`;
