import 'angular-ui-grid/ui-grid.css';
import './uigrid.css';
import angular from 'angular';
import 'angular-ui-grid/ui-grid.js';
import type { Device } from '../../shared/data.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import { WIDTHS } from '../frame/widths.ts';

interface Api {
  core: { notifyDataChange(what: string): void };
  selection: {
    on: Record<'rowSelectionChanged' | 'rowSelectionChangedBatch', (scope: unknown, run: () => void) => void>;
    getSelectedRows(): Device[];
    clearSelectedRows(): void;
  };
}

/** AngularJS ui-grid: only some rows exist, and the marks stand in a container of their own beside them. */
start('uigrid', ({ columns, devices, selected, place }) => {
  let api: Api | undefined;
  let scope: { $applyAsync(): void } | undefined;
  angular.module('page', ['ui.grid', 'ui.grid.selection']).controller('list', [
    '$scope',
    ($scope: Record<string, unknown> & { $applyAsync(): void }) => {
      scope = $scope;
      $scope['grid'] = {
        data: devices,
        enableSorting: false,
        enableColumnMenus: false,
        enableRowSelection: true,
        enableSelectAll: true,
        multiSelect: true,
        columnDefs: columns.map(({ key, label }) => ({
          name: key,
          displayName: label === '' ? ' ' : label,
          width: WIDTHS[key],
          cellTemplate: `<div class="ui-grid-cell-contents">{{grid.appScope.text('${key}', row.entity)}}</div>`,
        })),
        onRegisterApi: (given: Api) => {
          api = given;
          const change = () => {
            selected.clear();
            for (const { serial } of given.selection.getSelectedRows()) selected.add(serial);
          };
          given.selection.on.rowSelectionChanged($scope, change);
          given.selection.on.rowSelectionChangedBatch($scope, change);
        },
      };
      $scope['text'] = (key: string, device: Device) => columns.find((column) => column.key === key)?.text(device);
    },
  ]);
  place.append(h('div[ng-controller=list]', h('div.grid[ui-grid=grid][ui-grid-selection]')));
  angular.bootstrap(place, ['page']);
  return {
    redraw() {
      api?.selection.clearSelectedRows();
      api?.core.notifyDataChange('all');
      scope?.$applyAsync();
    },
  };
});
