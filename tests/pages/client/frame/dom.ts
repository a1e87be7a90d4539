type Child = Node | string;

/** `h('div.row[role=row]', …)`: an element with classes and attributes. */
export function h(what: string, ...children: Child[]): HTMLElement {
  const [, tag = 'div', classes = ''] = /^([\w-]*)((?:\.[\w-]+)*)/.exec(what) ?? [];
  const element = document.createElement(tag || 'div');
  if (classes) element.className = classes.slice(1).replaceAll('.', ' ');
  for (const [, name = '', value = ''] of what.matchAll(/\[([\w-]+)(?:=([^\]]*))?\]/g))
    element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function on<E extends HTMLElement>(element: E, type: string, listener: (event: Event) => void): E {
  element.addEventListener(type, listener);
  return element;
}
