type Listeners = {
  readonly [Event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Event]) => void;
};

type Attributes = {
  readonly on?: Listeners;
  readonly [attribute: string]: string | number | boolean | undefined | Listeners;
};

/** What may stand in an element: other elements, and words, which are always shown as they are. */
export type Child = Node | string | number | undefined;

/**
 * Makes an element. Words become text nodes, so that what stands in a CRM record is never taken for markup.
 * An attribute that is undefined or false is left out, one that is true stands without a value.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || typeof value === "object") continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [event, listener] of Object.entries(attributes.on ?? {})) {
    element.addEventListener(event, listener as EventListener);
  }
  append(element, children);
  return element;
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined) element.append(typeof child === "number" ? String(child) : child);
  }
}

/** Puts other content into an element. */
export function fill(element: HTMLElement, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

let made = 0;

/** An id that no other element of the page has, for labels and descriptions. */
export function newId(): string {
  made += 1;
  return `e${made}`;
}
