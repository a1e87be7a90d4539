/** As much of AngularJS as the page needs; its own types would be one more dependency. */
declare module 'angular' {
  interface Module {
    controller(name: string, parts: readonly unknown[]): Module;
  }
  const angular: {
    module(name: string, needs: readonly string[]): Module;
    bootstrap(element: HTMLElement, modules: readonly string[]): void;
  };
  export default angular;
}
declare module 'angular-ui-grid/ui-grid.js';
declare module 'bootstrap' {
  export class Modal {
    constructor(element: HTMLElement);
    show(): void;
  }
}
declare module '*.css';
